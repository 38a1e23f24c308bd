// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * docs/conformance.md lists the functions of the server by its own headings, and its formats: those
 * that are here and those that are refused. Fails when the page is stale; {@code
 * -Dtwinhouse.write=true} writes it anew.
 */
@RequiresClickHouse
final class ConformancePageTest {

  private static final Path PAGE = Path.of("..", "docs", "conformance.md");
  private static final boolean WRITE = Boolean.getBoolean("twinhouse.write");

  /** How far an answer is that of the server. */
  private static final String BYTES =
      """

      What is written is equal to the server's byte for byte on a table of all types
      (`AllTypesTest`, `ExchangedTypesTest`). Three notes:

      - Parquet: rows and schemas are equal, bytes are not. The server's writer chooses pages,
        dictionaries, encodings and statistics by the data, for which the format leaves a writer
        free; here pages are plain.
      - Arrow, ArrowStream: the bytes are those of the server's own writer (its default,
        `output_format_arrow_use_native_writer = 1`), compressed by LZ4 or ZSTD too. A long result
        goes out in more record batches than there, and a byte under a NULL that an expression has
        left is a zero here.
      - Paths of JSON stand in their order in RowBinary, on the server in that of a hash table.
      """;

  /** What the planner knows without the registry. */
  private static final String BY_THE_GRAMMAR =
      "('arrayJoin', 'in', 'notIn', 'nullIn', 'notNullIn', 'globalIn', 'globalNotIn',"
          + " 'globalNullIn', 'globalNotNullIn', 'row_number', 'rank', 'denseRank',"
          + " 'percentRank', 'cume_dist', 'ntile', 'nth_value', 'lag', 'lead', 'lagInFrame',"
          + " 'leadInFrame', 'exponentialTimeDecayedSum', 'exponentialTimeDecayedAvg',"
          + " 'exponentialTimeDecayedCount', 'exponentialTimeDecayedMax')";

  /** Functions under one heading. */
  private record Heading(TreeSet<String> here, TreeSet<String> refused) {
    Heading() {
      this(
          new TreeSet<>(String.CASE_INSENSITIVE_ORDER),
          new TreeSet<>(String.CASE_INSENSITIVE_ORDER));
    }
  }

  @Test
  void thePageIsThatOfTheRegistry(ClickHouseHttp server) throws IOException {
    String page =
        page(headings(server, false), headings(server, true))
            + formats(server, "Output", Formats::writes)
            + BYTES
            + formats(server, "Input", Formats::reads);
    if (WRITE) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("docs/conformance.md is stale: run this test with -Dtwinhouse.write=true")
        .isEqualTo(page);
  }

  private static Set<String> names(boolean aggregates) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    FunctionRegistry registry = FunctionRegistry.standard();
    List<String> own = new ArrayList<>();
    List<FunctionTraits> traits = new ArrayList<>();
    if (aggregates) {
      for (AggregateFunction function : registry.aggregates()) {
        own.add(function.name());
        traits.add(function.traits());
      }
    } else {
      for (ScalarFunction function : registry.scalars()) {
        own.add(function.name());
        traits.add(function.traits());
      }
    }
    names.addAll(own);
    traits.forEach(t -> names.addAll(t.aliases()));
    return names;
  }

  private static Map<String, Heading> headings(ClickHouseHttp server, boolean aggregates) {
    Set<String> ours = names(aggregates);
    Map<String, Heading> headings = new TreeMap<>();
    String rows =
        server.query(
            "SELECT name, categories FROM system.functions WHERE alias_to = '' AND origin ="
                + " 'System' AND categories != 'Internal' AND name NOT IN "
                + BY_THE_GRAMMAR
                + " AND is_aggregate = "
                + (aggregates ? 1 : 0)
                + " ORDER BY name");
    for (String row : rows.split("\n", -1)) {
      String[] cells = row.split("\t", -1);
      if (cells.length == 2) {
        String title = cells[1].isEmpty() ? "Other" : cells[1];
        Heading heading = headings.computeIfAbsent(title, t -> new Heading());
        (ours.contains(cells[0]) ? heading.here() : heading.refused()).add(cells[0]);
      }
    }
    return headings;
  }

  /** The server's formats of one direction. */
  private static String formats(ClickHouseHttp server, String kind, Predicate<String> isHere) {
    Heading all = new Heading();
    String column = "is_" + kind.toLowerCase(Locale.ROOT);
    for (String name :
        server.query("SELECT name FROM system.formats WHERE " + column).split("\n", -1)) {
      if (!name.isEmpty()) {
        (isHere.test(name) ? all.here() : all.refused()).add(name);
      }
    }
    StringBuilder lines = new StringBuilder();
    lines.append("\n## ").append(kind).append(" formats: ").append(all.here().size());
    lines.append(" here, ").append(all.refused().size()).append(" refused\n\n");
    line(lines, "Here", all.here());
    line(lines, "Refused", all.refused());
    return lines.toString();
  }

  private static String page(Map<String, Heading> scalars, Map<String, Heading> aggregates) {
    StringBuilder page = new StringBuilder();
    page.append("# Functions and formats\n\n");
    page.append("What is *here* answers as ClickHouse does, or refuses a type or a case of it;\n");
    page.append("what is *refused* is error 46 or 48. `ScalarFunctionsTest` and\n");
    page.append("`FunctionCallsTest` ask both houses. `IN`, `arrayJoin` and window functions\n");
    page.append("belong to the grammar and are not counted here.\n");
    page.append("This page is written by `ConformancePageTest`.\n");
    append(page, "Scalar functions", scalars);
    append(page, "Aggregate functions", aggregates);
    return page.toString();
  }

  private static void append(StringBuilder page, String title, Map<String, Heading> headings) {
    int here = headings.values().stream().mapToInt(h -> h.here().size()).sum();
    int refused = headings.values().stream().mapToInt(h -> h.refused().size()).sum();
    page.append(
        String.format(Locale.ROOT, "%n## %s: %d here, %d refused%n", title, here, refused)
            .replace("\r\n", "\n"));
    headings.forEach(
        (name, heading) -> {
          page.append("\n### ").append(name).append("\n\n");
          line(page, "Here", heading.here());
          line(page, "Refused", heading.refused());
        });
  }

  private static void line(StringBuilder page, String title, Set<String> names) {
    if (!names.isEmpty()) {
      page.append("- ").append(title).append(": `");
      page.append(String.join("` `", names)).append("`\n");
    }
  }
}
