// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import io.twinhouse.server.functions.TwoHouses.Answer;
import io.twinhouse.testkit.RandomSource;
import java.util.List;

/** One aggregate function tried with arguments, parameters, suffixes and rows of many kinds. */
final class AggregateTrial {

  private static final List<String> PARAMETERS =
      List.of("1", "2", "0.5", "0.1, 0.9", "10", "3, 'x'", "0", "100", "0.25, 0.5, 1", "'a'", "-1");

  /** Rows in one order on both houses, so that what takes the first or sums up floats is equal. */
  private static final List<String> ROWS =
      List.of(
          "edges",
          "edges WHERE id = 3",
          "edges WHERE id > 99",
          "edges GROUP BY id % 3 AS k ORDER BY k",
          "edges GROUP BY toString(id % 5) AS k ORDER BY k",
          "edges WHERE id > 99 GROUP BY u8",
          "(SELECT * FROM edges ARRAY JOIN range(40) AS r)",
          "(SELECT * FROM edges ARRAY JOIN range(250) AS r) GROUP BY id % 7 AS k ORDER BY k");

  private final TwoHouses houses;
  private final String function;
  private final RandomSource random;
  private final SignatureSearch search;
  private final TrialLog log;
  private String parameters = "";

  AggregateTrial(TwoHouses houses, String function, RandomSource random) {
    this.houses = houses;
    this.function = function;
    this.random = random;
    log = new TrialLog(houses, function);
    search = new SignatureSearch(function, random, this::isOfThisSize);
  }

  private boolean isOfThisSize(Signature signature) {
    return houses.theirs(plain(signature).over("edges WHERE id = 3")).code() != 42;
  }

  private AggregateCallText plain(Signature signature) {
    return new AggregateCallText(function, parameters, signature.arguments(), random);
  }

  /** Looks for calls that the server takes and tries so many of them with suffixes. */
  void run(int calls) {
    int left = calls;
    for (int draws = 0; left > 0 && draws < 12 * calls; draws++) {
      Signature signature = search.draw();
      parameters = random.oneIn(2) ? parameters : random.oneIn(3) ? "" : random.pick(PARAMETERS);
      if (!houses.theirs(plain(signature).over("edges WHERE id = 3")).isError()) {
        search.accepted(signature);
        tryCall(signature);
        left--;
      }
    }
  }

  private void tryCall(Signature signature) {
    AggregateCallText call = plain(signature);
    for (int suffixes = random.between(0, 2); suffixes > 0; suffixes--) {
      call.suffix(random.pick(AggregateCallText.SUFFIXES));
    }
    String sql = call.over(random.pick(ROWS)) + " SETTINGS max_threads = 1";
    Answer theirs = houses.theirs(sql);
    log.count(sql, theirs);
  }

  TrialLog log() {
    return log;
  }
}
