// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Operands;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Limit;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.source.RandomTable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/**
 * {@code generateRandom(structure, seed, max_string_length, max_array_length)}: with a seed the
 * rows that the server makes with one thread.
 */
final class RandomFunction {

  private static final String NAME = "generateRandom";
  private static final int MOST_ARGUMENTS = 4;
  private static final long DEFAULT_LENGTH = 10;
  private static final String DEFAULT_BLOCK = "65409";

  private static final long MOST_ROWS = 1 << 20;

  /** The server takes no more of an array or a text. */
  private static final long MOST_LENGTH = 1L << 30;

  private final Scope scope;
  private final AnalysisContext context;

  RandomFunction(Scope scope) {
    this.scope = scope;
    this.context = scope.context();
  }

  RelNode bind(Call call) {
    List<Expr> arguments = call.arguments();
    if (arguments.size() > MOST_ARGUMENTS) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Table function 'generateRandom' requires at most four arguments: structure,"
              + " [random_seed, max_string_length, max_array_length].");
    }
    ConstantOperator structure = arguments.isEmpty() ? null : constant(arguments.get(0));
    if (structure == null || !(structure.type() instanceof StringType)) {
      throw Failures.notImplemented("Table function generateRandom of a random structure");
    }
    Schema columns =
        Structures.parse(String.valueOf(JavaValues.get(structure.type(), structure.value(), 0)));
    refuseTwice(columns);
    RandomTable table = table(RandomTable.declared(columns), arguments, 1);
    List<ColumnRead> reads =
        columns.fields().stream().map(f -> ColumnRead.of(f.name(), f.type())).toList();
    return ReadTable.of(
        context.cluster(), new ReadTable.Source(table, NAME, false, false, null), reads, null);
  }

  private static void refuseTwice(Schema columns) {
    Set<String> names = new HashSet<>();
    for (String name : columns.names()) {
      if (!names.add(name)) {
        throw Failures.of(
            ErrorCode.ILLEGAL_COLUMN,
            "Cannot add column " + name + ": column with this name already exists.");
      }
    }
  }

  /** The rows of a table of engine GenerateRandom. */
  RandomTable of(TableDefinition table) {
    List<Expr> arguments = new ArrayList<>();
    table.engineArguments().forEach(text -> arguments.add(SqlParser.parseExpression(text)));
    return table(table, arguments, 0);
  }

  /**
   * @param first position of the seed, which the lengths follow
   */
  private RandomTable table(TableDefinition declared, List<Expr> arguments, int first) {
    Long seed = number(arguments, first);
    long maxString =
        length("string", ErrorCode.TOO_LARGE_STRING_SIZE, number(arguments, first + 1));
    long maxArray = length("array", ErrorCode.TOO_LARGE_ARRAY_SIZE, number(arguments, first + 2));
    context.dependencies().refuseReuse();
    return new RandomTable(
        declared,
        seed == null ? UUID.randomUUID().getLeastSignificantBits() : seed,
        maxString,
        maxArray,
        blockRows());
  }

  private ConstantOperator constant(Expr argument) {
    ConstantOperator constant =
        RexFactory.constantOf(new ExpressionBinder(scope, LambdaFrame.NONE).bind(argument));
    if (constant == null) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS, "The arguments of generateRandom must be constants");
    }
    return constant;
  }

  /** An unsigned number, null for NULL and for no argument. */
  private @Nullable Long number(List<Expr> arguments, int position) {
    if (position >= arguments.size()) {
      return null;
    }
    ConstantOperator constant = constant(arguments.get(position));
    if (constant.value().isNull(0)) {
      return null;
    }
    Type type = constant.type();
    boolean whole = type instanceof IntegerType integer && integer.bits() <= Long.SIZE;
    BigInteger value =
        whole
            ? new BigInteger(String.valueOf(JavaValues.get(type, constant.value(), 0)))
            : BigInteger.ONE.negate();
    if (value.signum() < 0) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "The seed and the lengths of generateRandom must be unsigned integers or NULL");
    }
    return value.longValue();
  }

  private static long length(String what, ErrorCode code, @Nullable Long given) {
    if (given == null) {
      return DEFAULT_LENGTH;
    }
    if (given < 0 || given > MOST_LENGTH) {
      throw Failures.of(
          code,
          "Too large "
              + what
              + " size in GenerateRandom: "
              + given
              + ", maximum: "
              + MOST_LENGTH
              + ".");
    }
    return given;
  }

  /** A query that wants few rows and nothing else of them is read in one block of so many. */
  private int blockRows() {
    String setting = context.setting("max_block_size");
    BigInteger most = new BigInteger(setting == null ? DEFAULT_BLOCK : setting);
    long rows = most.min(BigInteger.valueOf(MOST_ROWS)).longValue();
    Select select = scope.select();
    Limit limit = select.limit();
    if (limit != null && takesRowsAsTheyCome(select)) {
      long wanted = rows(limit.count()) + rows(limit.offset());
      rows = wanted > 0 && wanted < rows ? wanted : rows;
    }
    return (int) rows;
  }

  private static boolean takesRowsAsTheyCome(Select select) {
    return select.from() instanceof FromItem.Table
        && !select.distinct()
        && select.prewhere() == null
        && select.where() == null
        && select.groupBy() == null
        && select.having() == null
        && select.qualify() == null
        && select.orderBy() == null
        && select.limitBy() == null
        && select.projections().stream().noneMatch(RandomFunction::addsRows);
  }

  /** Rows of LIMIT or OFFSET; one too many for any block where it is no whole number. */
  private long rows(@Nullable Expr count) {
    if (count == null) {
      return 0;
    }
    ConstantOperator constant =
        RexFactory.constantOf(new ExpressionBinder(scope, LambdaFrame.NONE).bind(count));
    if (constant == null || !(constant.type() instanceof IntegerType)) {
      return MOST_ROWS;
    }
    Object value = JavaValues.get(constant.type(), constant.value(), 0);
    BigInteger rows = new BigInteger(String.valueOf(value));
    return rows.signum() < 0 ? MOST_ROWS : rows.min(BigInteger.valueOf(MOST_ROWS)).longValue();
  }

  private static boolean addsRows(Expr expression) {
    boolean own = expression instanceof Call call && call.name().equals("arrayJoin");
    return own || Operands.of(expression).stream().anyMatch(RandomFunction::addsRows);
  }
}
