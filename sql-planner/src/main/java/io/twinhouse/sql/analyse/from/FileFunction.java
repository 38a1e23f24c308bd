// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.file.FileAccess;
import io.twinhouse.engine.file.FileNames;
import io.twinhouse.engine.file.FileStructure;
import io.twinhouse.engine.file.FileTable;
import io.twinhouse.engine.file.Infile;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.format.structure.Structure;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
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
          "The signature of table function file shall be the following:\n"
              + " - filename\n"
              + " - filename, format\n"
              + " - filename, format, structure\n"
              + " - filename, format, structure, compression_method\n");
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
    FormatSettings settings = new FormatSettings(context.settings());
    if (structure.equals(AUTO)) {
      Structure told = FileStructure.of(files, access, format, settings);
      structure = told.columns();
    }
    return new FileTable(files, access, format, Structures.parse(structure), settings);
  }

  private String argument(List<Expr> arguments, int index) {
    return index < arguments.size()
        ? new ConstantTexts(scope, "file").of(arguments.get(index))
        : AUTO;
  }
}
