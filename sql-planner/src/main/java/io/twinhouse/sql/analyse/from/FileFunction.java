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
    List<String> paths = paths(arguments.get(0));
    String format = argument(arguments, 1);
    String structure = argument(arguments, 2);
    if (structure.isEmpty()) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "Table structure is empty for table function 'file'. If you want to use automatic schema"
              + " inference, use 'auto'");
    }
    Infile files = new Infile(paths, argument(arguments, 3));
    FileAccess access = context.planning().files();
    paths.forEach(access::resolve);
    if (format.equals(AUTO)) {
      format = format(paths);
    }
    Formats.input(format);
    FormatSettings settings = new FormatSettings(context.settings());
    structure = structure.equals(AUTO) ? ofFormat(format) : structure;
    if (structure.equals(AUTO)) {
      Structure told = FileStructure.of(files, access, format, settings);
      structure = told.columns();
    }
    return new FileTable(files, access, format, Structures.parse(structure), settings);
  }

  /** One path, or those that an array lists. */
  private List<String> paths(Expr argument) {
    ConstantTexts texts = new ConstantTexts(scope, "file");
    boolean several =
        argument instanceof Call call
            && (call.name().equals("array") || call.name().equals("tuple"));
    if (!several) {
      return List.of(texts.of(argument));
    }
    Call call = (Call) argument;
    if (call.name().equals("tuple")) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "The first argument of table function 'file' must be path or file descriptor");
    }
    if (call.arguments().isEmpty()) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "The first argument of table function 'file' must contain at least one path");
    }
    return call.arguments().stream().map(texts::of).toList();
  }

  private static String format(List<String> paths) {
    for (String path : paths) {
      String known = FileNames.format(path);
      if (known != null) {
        return known;
      }
    }
    return FileNames.requireFormat(paths.get(0));
  }

  /** The columns that a format always has, which no file is asked for. */
  private static String ofFormat(String format) {
    return switch (format) {
      case "LineAsString" -> "line String";
      case "RawBLOB" -> "raw_blob String";
      case "JSONAsString" -> "json String";
      case "JSONAsObject" -> "json JSON";
      default -> AUTO;
    };
  }

  private String argument(List<Expr> arguments, int index) {
    return index < arguments.size()
        ? new ConstantTexts(scope, "file").of(arguments.get(index))
        : AUTO;
  }
}
