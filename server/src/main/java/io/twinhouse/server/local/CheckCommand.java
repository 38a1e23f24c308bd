// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a whole store that no one has open, with all its checksums. */
@Command(
    name = "check",
    description = "Verifies a store that nobody has open: files, checksums, counts, dictionaries.",
    mixinStandardHelpOptions = true,
    footer = "Prints one line for each thing that is wrong; the status is 1 if there is any.")
public final class CheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "directory of the store, as given to --path")
  private Path directory = Path.of(".");

  @Spec private CommandSpec spec = CommandSpec.create();

  private CheckCommand() {}

  @Override
  public Integer call() {
    if (!Files.isDirectory(directory)) {
      throw new TwinhouseException(
          ErrorCode.FILE_DOESNT_EXIST, "There is no directory " + directory);
    }
    List<String> problems = Twinhouse.at(Houses.embedded(directory)).check();
    PrintWriter out = spec.commandLine().getOut();
    problems.forEach(out::println);
    if (problems.isEmpty()) {
      out.println("All is well in " + directory);
    }
    out.flush();
    return problems.isEmpty() ? 0 : 1;
  }
}
