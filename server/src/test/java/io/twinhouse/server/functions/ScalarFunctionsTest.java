// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every deterministic scalar function of the registry against the real server. {@code
 * -Dtwinhouse.functions=substring|lower} tries functions of those names or families alone, {@code
 * -Dtwinhouse.signatures=500} so many signatures of each. The report is {@code
 * target/functions.tsv}; differences and the rest are in the two files beside it.
 */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class ScalarFunctionsTest {

  private static final String WANTED = System.getProperty("twinhouse.functions", "");
  private static final int SIGNATURES = Integer.getInteger("twinhouse.signatures", 12);

  /**
   * The build's signatures, the same each time: fresh ones are tried when their number is given.
   */
  private static final long SEED = 0x7f1a30c56e2b9d84L;

  @Test
  void noSignatureAnswersDifferently(RandomSource random, ClickHouseHttp server)
      throws IOException {
    List<Signature> known = known();
    Set<String> elsewhere = Set.copyOf(lines("not-comparable.txt"));
    Set<String> underRepair = Set.copyOf(lines("under-repair.txt"));
    List<TrialLog> trials = new ArrayList<>();
    boolean fresh = System.getProperty("twinhouse.signatures") != null;
    long seed = fresh ? random.anyLong() : SEED;
    try (TwoHouses houses = new TwoHouses(server)) {
      for (ScalarFunction function : wanted()) {
        String name = function.name();
        // Of its own, so that a new function does not change what the others are tried with.
        RandomSource own = RandomSource.of(seed ^ name.hashCode());
        if (function.traits().deterministic() && !elsewhere.contains(name)) {
          List<Signature> mine = known.stream().filter(s -> s.function().equals(name)).toList();
          ScalarTrial trial = new ScalarTrial(houses, name, own, mine);
          trial.run(SIGNATURES);
          trials.add(trial.log());
        }
      }
    }
    TrialReport.write("functions", trials);
    List<String> different =
        trials.stream()
            .filter(trial -> WANTED.isEmpty() ? !underRepair.contains(trial.function()) : true)
            .map(TrialLog::different)
            .filter(text -> !text.isEmpty())
            .toList();
    assertThat(different).as(Seed.replay()).isEmpty();
  }

  private static List<ScalarFunction> wanted() {
    Pattern pattern = Pattern.compile(WANTED);
    return FunctionRegistry.standard().scalars().stream()
        .filter(
            f ->
                WANTED.isEmpty()
                    || pattern.matcher(f.name()).matches()
                    || pattern.matcher(f.traits().family()).matches())
        .sorted(Comparator.comparing(ScalarFunction::name))
        .toList();
  }

  /** Signatures to start the search from where chance would not find one: name|argument|... */
  private static List<Signature> known() throws IOException {
    List<Signature> known = new ArrayList<>();
    for (String line : lines("signatures.txt")) {
      List<String> parts = List.of(line.split("\\|", -1));
      known.add(new Signature(parts.get(0), parts.subList(1, parts.size())));
    }
    return known;
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in =
            Objects.requireNonNull(
                ScalarFunctionsTest.class.getResourceAsStream("/functions/" + resource));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
