// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.ConstantRows;
import io.twinhouse.sql.rel.RexFactory;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;

/**
 * The table function {@code format(name, 'a UInt8, b String', data)}: rows that stand in the query,
 * read as an INSERT would read them. Without a structure it is refused: columns are not inferred.
 */
final class FormattedRows {

  private final Scope scope;

  FormattedRows(Scope scope) {
    this.scope = scope;
  }

  RelNode bind(Call call) {
    List<Expr> arguments = call.arguments();
    if (arguments.isEmpty() || arguments.size() > 3) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Table function 'format' requires from 1 to 3 arguments: [format, [structure]], data.");
    }
    if (arguments.size() < 3) {
      throw Failures.notImplemented("Table function format without a structure of its columns");
    }
    String format = name(arguments.get(0));
    Schema columns = DeclaredColumns.of(text("structure", arguments.get(1)));
    return read(format, columns, bytes(constant("data", arguments.get(2))));
  }

  private String name(Expr argument) {
    return argument instanceof Identifier identifier && identifier.isSimple()
        ? identifier.parts().get(0).text()
        : text("format", argument);
  }

  private ConstantOperator constant(String what, Expr argument) {
    ConstantOperator constant =
        RexFactory.constantOf(new ExpressionBinder(scope, LambdaFrame.NONE).bind(argument));
    if (constant == null || !(constant.type() instanceof StringType)) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "Argument '" + what + "' must be a literal with type String. In scope " + scope.text());
    }
    return constant;
  }

  private String text(String what, Expr argument) {
    ConstantOperator constant = constant(what, argument);
    return String.valueOf(JavaValues.get(constant.type(), constant.value(), 0));
  }

  private static byte[] bytes(ConstantOperator constant) {
    return ((BytesColumn) constant.value().flatten()).bytes(0);
  }

  private RelNode read(String format, Schema columns, byte[] data) {
    List<ColumnBuilder> builders = new ArrayList<>();
    columns.types().forEach(type -> builders.add(ColumnBuilder.of(type)));
    FormatSettings settings = new FormatSettings(scope.context().settings());
    int rows = 0;
    try (RowReader reader =
        Formats.input(format).reader(columns, settings, new ByteArrayInputStream(data))) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        append(columns, reader.schema(), batch, builders);
        rows += batch.rows();
      }
    } catch (TwinhouseException e) {
      throw format.equalsIgnoreCase("Values")
          ? Failures.notImplemented("Table function format over Values that are no literals")
          : e;
    }
    List<Column> values = builders.stream().map(ColumnBuilder::build).toList();
    return ConstantRows.of(scope.context().cluster(), "format", columns, Batch.of(rows, values));
  }

  /** A header of names may hold fewer columns, in another order: the others take defaults. */
  private static void append(
      Schema columns, Schema read, Batch batch, List<ColumnBuilder> builders) {
    for (int i = 0; i < columns.size(); i++) {
      int from = read.names().indexOf(columns.names().get(i));
      for (int row = 0; row < batch.rows(); row++) {
        if (from < 0) {
          builders.get(i).appendDefault();
        } else {
          builders.get(i).append(batch.column(from), row);
        }
      }
    }
  }
}
