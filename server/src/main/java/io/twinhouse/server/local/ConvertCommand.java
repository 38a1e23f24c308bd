// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Session;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.format.structure.SampledInput;
import io.twinhouse.engine.format.structure.Structure;
import io.twinhouse.server.shell.ResultPrinter;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Reads a file in one format and writes it in another, in the memory of a few batches. */
@Command(
    name = "convert",
    description =
        "Converts a file from one format to another: twinhouse convert a.csv b.native.zst",
    mixinStandardHelpOptions = true,
    footer = {
      "Formats and compression are told by the names, columns by the data where these are clear.",
      "--NAME=VALUE is a setting, for instance --format_csv_delimiter=';'."
    })
public final class ConvertCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FROM", description = "file to read; - for stdin")
  private Path from = Path.of("-");

  @Parameters(index = "1", paramLabel = "TO", description = "file to write; - for stdout")
  private Path to = Path.of("-");

  @Option(names = "--input-format", paramLabel = "NAME", description = "format of FROM")
  private @Nullable String inputFormat;

  @Option(names = "--output-format", paramLabel = "NAME", description = "format of TO")
  private @Nullable String outputFormat;

  @Option(
      names = {"-S", "--structure"},
      paramLabel = "COLUMNS",
      description = "columns of FROM: name Type, ...")
  private @Nullable String structure;

  @Option(
      names = {"-q", "--query"},
      paramLabel = "SQL",
      description =
          "writes what this query makes of the table named table, which is then in memory")
  private @Nullable String query;

  @Unmatched private List<String> others = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  private ConvertCommand() {}

  @Override
  public Integer call() throws IOException {
    LocalArguments arguments = LocalArguments.parse(others);
    boolean stdin = from.toString().equals("-");
    boolean stdout = to.toString().equals("-");
    FileFormat read = stdin ? FileFormat.NONE : FileFormat.of(from);
    FileFormat written = stdout ? FileFormat.NONE : FileFormat.of(to);
    String readFormat = read.or(inputFormat, from, "--input-format");
    String writtenFormat = written.or(outputFormat, to, "--output-format");
    Formats.input(readFormat);
    Formats.output(writtenFormat);
    long rows;
    try (Twinhouse engine = Houses.withFiles(Houses.embedded(null));
        Session session = engine.session();
        InputStream in = stdin ? System.in : read.read(from)) {
      SourceTable table = new SourceTable("table", structure, readFormat, arguments.settings());
      if (query != null) {
        table.fill(session, in);
        try (OutputStream out = output(stdout, written);
            QueryResult result = session.query(arguments.on(QueryRequest.of(query)))) {
          rows = new ResultPrinter(writtenFormat, out).print(result);
        }
      } else {
        SampledInput data = new SampledInput(in);
        Structure columns = table.structure(data);
        Schema schema = table.schema(session, columns);
        FormatSettings settings = new FormatSettings(arguments.settings());
        try (OutputStream out = output(stdout, written);
            RowReader reader =
                Formats.input(columns.format()).reader(schema, settings, data.all())) {
          ResultWriter writer =
              Formats.output(writtenFormat).writer(reader.schema(), settings, out);
          rows = pour(reader, writer);
        }
      }
    }
    PrintWriter err = spec.commandLine().getErr();
    err.println(rows + (rows == 1 ? " row" : " rows"));
    err.flush();
    return 0;
  }

  private OutputStream output(boolean stdout, FileFormat written) throws IOException {
    return stdout
        ? new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)
        : written.write(to);
  }

  private static long pour(RowReader reader, ResultWriter writer) throws IOException {
    long rows = 0;
    for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
      writer.write(batch);
      rows += batch.rows();
    }
    writer.end(new ResultFigures(0, rows, 0, -1));
    return rows;
  }
}
