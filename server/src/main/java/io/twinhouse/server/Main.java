// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.server.http.ServerVersion;
import io.twinhouse.server.local.CheckCommand;
import io.twinhouse.server.local.ConvertCommand;
import io.twinhouse.server.local.LocalCommand;
import io.twinhouse.server.local.VerifyCommand;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Where the command line begins. */
@Command(
    name = "twinhouse",
    description = "Runs ClickHouse's SQL and metrics in an embedded column store or on a server.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      DemoCommand.class,
      ServerCommand.class,
      LocalCommand.class,
      ConvertCommand.class,
      CheckCommand.class,
      VerifyCommand.class
    },
    footer = "@|bold bench|@ runs the benchmarks; see ./twinhouse bench --help")
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its status. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> report(failure, command.getErr()));
    if (arguments.length == 0) {
      line.usage(line.getErr());
      return CommandLine.ExitCode.USAGE;
    }
    return line.execute(arguments);
  }

  /** Errors are told as ClickHouse's own client tells them; the status is the code's low byte. */
  private static int report(Exception failure, PrintWriter err) {
    if (failure instanceof TwinhouseException refused) {
      err.println(refused.toClickHouseText());
      int status = refused.number() & 0xff;
      return status == 0 ? 1 : status;
    }
    err.println("twinhouse: " + told(failure));
    return 1;
  }

  /** Of a file's failure the message is often its name alone. */
  private static String told(Exception failure) {
    if (failure instanceof NoSuchFileException missing) {
      return "file " + missing.getFile() + " doesn't exist";
    }
    if (failure instanceof AccessDeniedException denied) {
      return "file " + denied.getFile() + " may not be opened by this user";
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  /** For --version. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String own = Main.class.getPackage().getImplementationVersion();
      return new String[] {
        "Twinhouse "
            + (own == null ? "from a build directory" : own)
            + ", answers as ClickHouse "
            + ServerVersion.TEXT
      };
    }
  }
}
