// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.file.FileAccess;
import io.twinhouse.engine.file.FileNames;
import io.twinhouse.engine.file.FileTable;
import io.twinhouse.engine.file.Infile;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.RexFactory;
import java.util.List;

/** {@code file(path, format, structure, compression)}. */
final class FileFunction {

  private static final String AUTO = "auto";

  private final Scope scope;
  private final AnalysisContext context;

  FileFunction(Scope scope) {
    this.scope = scope;
    this.context = scope.context();
  }

  FileTable bind(Call call) {
    List<Expr> arguments = call.arguments();
    if (arguments.isEmpty() || arguments.size() > 4) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "The signature of table function file shall be the following:\\n"
              + " - filename\\n"
              + " - filename, format\\n"
              + " - filename, format, structure\\n"
              + " - filename, format, structure, compression_method\\n");
    }
    context.dependencies().refuseReuse();
    String path = argument(arguments, 0);
    String format = argument(arguments, 1);
    String structure = argument(arguments, 2);
    Infile files = new Infile(path, argument(arguments, 3));
    FileAccess access = context.planning().files();
    access.resolve(path);
    if (format.equals(AUTO)) {
      format = FileNames.requireFormat(path);
    }
    Formats.input(format);
    if (structure.equals(AUTO)) {
      throw Failures.notImplemented(
          "Table function file without the structure of its columns, as file('a.csv', 'CSV', 'a"
              + " UInt8, b String'),");
    }
    Schema columns = Structures.parse(structure);
    return new FileTable(files, access, format, columns, new FormatSettings(context.settings()));
  }

  private String argument(List<Expr> arguments, int index) {
    return index < arguments.size() ? text(arguments.get(index)) : AUTO;
  }

  /** A name stands for itself. */
  private String text(Expr argument) {
    if (argument instanceof Identifier name && name.isSimple()) {
      return name.last();
    }
    ConstantOperator constant =
        RexFactory.constantOf(new ExpressionBinder(scope, LambdaFrame.NONE).bind(argument));
    if (constant == null || !(constant.type() instanceof StringType)) {
      throw Failures.of(ErrorCode.BAD_ARGUMENTS, "The arguments of file must be constant strings");
    }
    return String.valueOf(JavaValues.get(constant.type(), constant.value(), 0));
  }
}
