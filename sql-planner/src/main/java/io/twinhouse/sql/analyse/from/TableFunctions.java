// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.insert.InputTable;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.engine.type.common.LeastSupertype;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.expression.SetValues;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.ConstantRows;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.source.NumbersTable;
import io.twinhouse.sql.source.PrimesTable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Table functions: numbers, zeros, primes, generate_series, values, null. */
final class TableFunctions {

  /** What the server has and we do not; their arguments may be names. */
  private static final Set<String> REFUSED =
      Set.of(
          "url",
          "remote",
          "remoteSecure",
          "fuzzJSON",
          "fuzzQuery",
          "s3",
          "s3Cluster",
          "cluster",
          "clusterAllReplicas",
          "mergeTreeIndex",
          "mysql",
          "postgresql",
          "sqlite",
          "jdbc",
          "odbc",
          "hdfs",
          "iceberg",
          "deltaLake",
          "azureBlobStorage",
          "executable",
          "explain",
          "viewIfPermitted",
          "timeSeriesData",
          "mergeTreeProjection",
          "mongodb",
          "redis");

  /** Asked before the arguments are, which may be names of nothing. */
  private static final Set<String> KNOWN =
      Set.of(
          "numbers",
          "numbers_mt",
          "zeros",
          "zeros_mt",
          "primes",
          "generateSeries",
          "generate_series",
          "values",
          "VALUES",
          "SQLStandardValues",
          "viewExplain",
          "null");

  private final Scope scope;
  private final AnalysisContext context;
  private final RexFactory rex;

  TableFunctions(Scope scope) {
    this.scope = scope;
    this.context = scope.context();
    this.rex = context.rex();
  }

  RelNode bind(Call call) {
    if (REFUSED.contains(call.name())) {
      throw Failures.notImplemented("Table function " + call.name());
    }
    if (call.name().equals("generateRandom")) {
      return new RandomFunction(scope).bind(call);
    }
    if (call.name().equals("input")) {
      return input(call);
    }
    if (call.name().equals("format")) {
      return new FormatFunction(scope).bind(call);
    }
    if (!KNOWN.contains(call.name())) {
      throw Failures.of(ErrorCode.UNKNOWN_FUNCTION, "Unknown table function " + call.name());
    }
    List<RexNode> arguments =
        new ExpressionBinder(scope, LambdaFrame.NONE).bindAll(call.arguments());
    return switch (call.name()) {
      case "numbers", "numbers_mt" -> numbers(call, arguments, "number");
      case "zeros", "zeros_mt" -> zeros(arguments);
      case "primes" -> primes(arguments);
      case "generateSeries", "generate_series" -> series(arguments);
      case "values", "VALUES" -> values(arguments);
      case "SQLStandardValues" -> rows(null, arguments);
      case "viewExplain" -> throw Failures.notImplemented("EXPLAIN in FROM");
      default -> nothing(arguments);
    };
  }

  /** The data of the INSERT around the query. */
  private RelNode input(Call call) {
    if (call.arguments().isEmpty()) {
      throw Failures.of(
          ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE,
          "Table function 'input' was used without structure argument but structure could not be"
              + " determined automatically. Please, provide structure manually");
    }
    if (call.arguments().size() > 1) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Table function 'input' requires exactly 1 argument: structure");
    }
    context.dependencies().refuseReuse();
    if (!context.readInput()) {
      throw Failures.of(
          ErrorCode.INVALID_USAGE_OF_INPUT,
          "You can use the `input` function only once in a query.");
    }
    String structure = new ConstantTexts(scope, "input").of(call.arguments().get(0));
    return read(new InputTable(Structures.parse(structure)));
  }

  private RelNode numbers(Call call, List<RexNode> arguments, String column) {
    if (arguments.isEmpty()) {
      return read(NumbersTable.endless(column));
    }
    List<Long> values = arguments.stream().map(this::unsigned).toList();
    return switch (values.size()) {
      case 1 -> read(new NumbersTable(column, 0, values.get(0), 1));
      case 2 -> read(new NumbersTable(column, values.get(0), values.get(1), 1));
      case 3 -> {
        long step = values.get(2);
        if (step == 0) {
          throw Failures.of(
              ErrorCode.BAD_ARGUMENTS,
              "Table function " + call.name() + " requires step to be a positive number.");
        }
        long rest = Long.remainderUnsigned(values.get(1), step) == 0 ? 0 : 1;
        long rows = Long.divideUnsigned(values.get(1), step) + rest;
        yield read(new NumbersTable(column, values.get(0), rows, step));
      }
      default ->
          throw Failures.of(
              ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
              "Table function '"
                  + call.name()
                  + "' requires 'limit' or 'offset, limit' or 'offset, limit, step'.");
    };
  }

  /** As many rows as nobody reads to the end, where there are more. */
  private static long rows(long unsigned) {
    return unsigned < 0 ? Long.MAX_VALUE : unsigned;
  }

  private RelNode nothing(List<RexNode> arguments) {
    if (arguments.size() > 1) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Table function 'null' requires 'structure' argument or empty argument.");
    }
    return empty(structure(arguments.isEmpty() ? rex.text("dummy UInt8") : arguments.get(0)));
  }

  private RelNode zeros(List<RexNode> arguments) {
    long count = arguments.isEmpty() ? Long.MAX_VALUE : rows(unsigned(arguments.get(0)));
    return read(NumbersTable.zeros(count));
  }

  private RelNode primes(List<RexNode> arguments) {
    if (arguments.size() > 3) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Table function 'primes' cannot have more than three params.");
    }
    List<Long> values = arguments.stream().map(this::unsigned).toList();
    long step = values.size() == 3 ? values.get(2) : 1;
    if (step == 0) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS, "Table function primes requires step to be a positive number.");
    }
    return read(
        switch (values.size()) {
          case 0 -> new PrimesTable(0, Long.MAX_VALUE, 1);
          case 1 -> new PrimesTable(0, rows(values.get(0)), 1);
          default -> new PrimesTable(rows(values.get(0)), rows(values.get(1)), rows(step));
        });
  }

  private RelNode series(List<RexNode> arguments) {
    if (arguments.size() < 2 || arguments.size() > 3) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Table function 'generateSeries' requires 2 or 3 arguments");
    }
    long start = unsigned(arguments.get(0));
    long stop = unsigned(arguments.get(1));
    BigInteger step = arguments.size() == 3 ? whole(arguments.get(2)) : BigInteger.ONE;
    if (step.signum() == 0) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "Table function 'generateSeries' requires step to be a non-zero number");
    }
    boolean descends = step.signum() < 0;
    if (step.bitLength() > (descends ? Long.SIZE - 1 : Long.SIZE)) {
      throw notRepresentable(step);
    }
    boolean none =
        descends ? Long.compareUnsigned(start, stop) < 0 : Long.compareUnsigned(start, stop) > 0;
    long distance = descends ? start - stop : stop - start;
    long steps = Long.divideUnsigned(distance, step.abs().longValue());
    long count = none ? 0 : steps == -1 ? steps : steps + 1;
    return read(new NumbersTable("generate_series", start, count, step.longValue()));
  }

  private RelNode read(Table table) {
    ReadTable.Source source =
        new ReadTable.Source(table, table.definition().name().table(), false, false, null);
    List<ColumnRead> reads =
        table.definition().columns().stream().map(c -> ColumnRead.of(c.name(), c.type())).toList();
    return ReadTable.of(context.cluster(), source, reads, null);
  }

  private long unsigned(RexNode argument) {
    BigInteger exact = whole(argument);
    if (exact.signum() < 0 || exact.bitLength() > Long.SIZE) {
      throw notRepresentable(exact);
    }
    return exact.longValue();
  }

  private static TwinhouseException notRepresentable(BigInteger value) {
    return Failures.of(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
        "The value " + value + " is not representable as UInt64");
  }

  private BigInteger whole(RexNode argument) {
    Type type = RexFactory.typeOf(argument);
    boolean wide = type instanceof IntegerType integer && integer.bits() > Long.SIZE;
    if (!isNumber(type) && !(type instanceof BoolType) || wide) {
      throw Failures.of(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type " + type.name() + " expression, must be numeric type.");
    }
    ConstantOperator constant = RexFactory.constantOf(argument);
    if (constant == null) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "Arguments of this table function must be constant integers. In scope " + scope.text());
    }
    Object value = JavaValues.get(type, constant.value(), 0);
    if (value instanceof Boolean bool) {
      return bool ? BigInteger.ONE : BigInteger.ZERO;
    }
    return whole(String.valueOf(value));
  }

  private static BigInteger whole(String number) {
    try {
      return new BigDecimal(number).toBigIntegerExact();
    } catch (NumberFormatException | ArithmeticException e) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "The value " + number + " is not representable as UInt64",
          e);
    }
  }

  /** The columns that a structure such as {@code 'a UInt8, b String'} declares. */
  private Schema structure(RexNode argument) {
    ConstantOperator constant = RexFactory.constantOf(argument);
    if (constant == null || !(constant.type() instanceof StringType)) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "A structure must be a constant string. In scope " + scope.text());
    }
    Object text = JavaValues.get(constant.type(), constant.value(), 0);
    return Structures.parse(String.valueOf(text));
  }

  private RelNode empty(Schema schema) {
    List<Column> columns = schema.types().stream().map(t -> ColumnBuilder.of(t).build()).toList();
    return ConstantRows.of(context.cluster(), "null", schema, Batch.of(0, columns));
  }

  private RelNode values(List<RexNode> arguments) {
    if (arguments.isEmpty()) {
      throw Failures.of(
          ErrorCode.TOO_FEW_ARGUMENTS_FOR_FUNCTION,
          "Table function 'values' requires at least 1 argument.");
    }
    boolean declared =
        !arguments.isEmpty()
            && arguments.size() > 1
            && RexFactory.typeOf(arguments.get(0)) instanceof StringType
            && (RexFactory.typeOf(arguments.get(1)) instanceof TupleType || isStructure(arguments));
    return declared
        ? rows(structure(arguments.get(0)), arguments.subList(1, arguments.size()))
        : rows(null, arguments);
  }

  private RelNode rows(@Nullable Schema declared, List<RexNode> rows) {
    boolean single = declared != null && declared.size() == 1;
    List<List<ConstantOperator>> cells = rows.stream().map(r -> cells(r, single)).toList();
    Schema schema = declared == null ? inferred(cells) : declared;
    List<Column> columns = new ArrayList<>();
    for (List<ConstantOperator> row : cells) {
      if (row.size() != schema.size()) {
        throw Failures.of(
            ErrorCode.BAD_ARGUMENTS, "Values size should match with the number of columns.");
      }
    }
    for (int i = 0; i < schema.size(); i++) {
      ColumnBuilder builder = ColumnBuilder.of(schema.type(i));
      for (List<ConstantOperator> row : cells) {
        ConstantOperator cell = row.get(i);
        builder.append(converted(cell, schema.type(i)), 0);
      }
      columns.add(builder.build());
    }
    return ConstantRows.of(context.cluster(), "values", schema, Batch.of(cells.size(), columns));
  }

  /** A text that names columns with types declares those of the values behind it. */
  private static boolean isStructure(List<RexNode> arguments) {
    ConstantOperator first = RexFactory.constantOf(arguments.get(0));
    if (first == null) {
      return false;
    }
    try {
      Object text = JavaValues.get(first.type(), first.value(), 0);
      return TypeParser.parse("Tuple(" + text + ")") instanceof TupleType tuple
          && !tuple.names().isEmpty();
    } catch (TwinhouseException e) {
      return false;
    }
  }

  /** The value in the column's type, which must have it. */
  private Column converted(ConstantOperator cell, Type type) {
    if (cell.value().isNull(0) && !type.isNullable()) {
      throw Failures.of(ErrorCode.TYPE_MISMATCH, "Cannot convert NULL to " + type.name() + ".");
    }
    RexNode value = rex.constant(cell.type(), cell.value());
    if (type.base() instanceof IntegerType && isNumber(cell.type().base())) {
      ConstantOperator exact =
          RexFactory.constantOf(
              rex.call("accurateCastOrNull", value, rex.text(type.base().name())));
      if (exact != null && exact.value().isNull(0) && !cell.value().isNull(0)) {
        throw Failures.of(
            ErrorCode.ARGUMENT_OUT_OF_BOUND,
            "Cannot convert value '"
                + JavaValues.get(cell.type(), cell.value(), 0)
                + "' from "
                + cell.type().name()
                + ": it cannot be represented as "
                + type.base().name()
                + ".");
      }
    }
    ConstantOperator converted = RexFactory.constantOf(rex.cast(value, type));
    if (converted == null) {
      throw Failures.notImplemented("A value of type " + type.name() + " that is no constant");
    }
    return converted.value();
  }

  private static boolean isNumber(Type type) {
    return type instanceof IntegerType || type instanceof FloatType;
  }

  private List<ConstantOperator> cells(RexNode row, boolean single) {
    ConstantOperator constant = RexFactory.constantOf(row);
    if (constant == null) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "Values of table function values must be constants. In scope " + scope.text());
    }
    boolean inTuple =
        constant.type() instanceof TupleType tuple && !(single && tuple.elements().size() > 1);
    if (!inTuple) {
      return List.of(constant);
    }
    return new SetValues(rex)
        .elements(constant).stream()
            .map(cell -> Objects.requireNonNull(RexFactory.constantOf(cell)))
            .toList();
  }

  private static Schema inferred(List<List<ConstantOperator>> cells) {
    if (cells.stream().anyMatch(row -> row.size() != cells.get(0).size())) {
      throw Failures.of(
          ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE,
          "Cannot determine a common structure for values function arguments: the amount of"
              + " columns is different for different arguments.");
    }
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < cells.get(0).size(); i++) {
      int column = i;
      List<Type> types = cells.stream().map(row -> row.get(column).type()).toList();
      fields.add(new Field("c" + (i + 1), LeastSupertype.of(types)));
    }
    return new Schema(fields);
  }
}
