// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import io.twinhouse.engine.api.Twinhouse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares a table, or what a query answers, in two houses, row by row. */
@Command(
    name = "verify",
    description = "Compares a table or a query in two houses, each row and each cell.",
    mixinStandardHelpOptions = true,
    footer = {
      "A house is a directory of data or the address of a ClickHouse:",
      "  twinhouse verify ./data http://localhost:8123 events --key event_id",
      "The status is 1 if there is any difference."
    })
public final class VerifyCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "A", description = "a house")
  private String first = "";

  @Parameters(index = "1", paramLabel = "B", description = "the other house")
  private String second = "";

  @Parameters(index = "2", arity = "0..1", paramLabel = "TABLE", description = "the table")
  private @Nullable String table;

  @Option(
      names = {"-q", "--query"},
      paramLabel = "SQL",
      description = "compares the answers of this query in place of a table")
  private @Nullable String query;

  @Option(
      names = "--key",
      split = ",",
      paramLabel = "COLUMN",
      description = "columns that name a row; all of them if left out")
  private List<String> key = new ArrayList<>();

  @Option(names = "--final", description = "reads the table with FINAL")
  private boolean last;

  @Option(names = "--show", paramLabel = "N", description = "how many differences to print")
  private int shown = 10;

  @Spec private CommandSpec spec = CommandSpec.create();

  private VerifyCommand() {}

  /** What the rows come from; null unless one of a table and a query is given. */
  private @Nullable String from() {
    if (table == null) {
      return query == null ? null : "(" + query + ")";
    }
    return query == null ? SourceTable.path(table) + (last ? " FINAL" : "") : null;
  }

  @Override
  public Integer call() throws IOException {
    String from = from();
    if (from == null) {
      spec.commandLine().getErr().println("twinhouse: give either a table or --query");
      return 2;
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Twinhouse a = Twinhouse.open(Houses.of(first));
        Twinhouse b = Twinhouse.open(Houses.of(second))) {
      HouseComparison comparison = new HouseComparison(from, key, shown);
      HouseComparison.Outcome outcome = comparison.run(a, b);
      outcome.lines().forEach(out::println);
      out.println(outcome.summary());
      out.flush();
      return outcome.equal() ? 0 : 1;
    }
  }
}
