// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import io.twinhouse.server.functions.TwoHouses.Answer;
import io.twinhouse.testkit.RandomSource;
import java.util.List;
import java.util.Set;

/** One scalar function tried with many signatures. */
final class ScalarTrial {

  /** Refusals of a call as such, which no value of an argument can change. */
  private static final Set<Integer> REFUSES_THE_CALL = Set.of(34, 35, 42, 43, 44, 46, 48, 50, 53);

  private static final int ROWS_ALONE = 6;

  private final TwoHouses houses;
  private final TrialLog log;
  private final RandomSource random;
  private final SignatureSearch search;

  ScalarTrial(TwoHouses houses, String function, RandomSource random, List<Signature> known) {
    this.houses = houses;
    this.log = new TrialLog(houses, function);
    this.random = random;
    this.search =
        new SignatureSearch(
            function,
            random,
            signature -> {
              int code = houses.theirs(signature.overRow(0)).code();
              return code != 42 && code != 34 && code != 35;
            });
    for (Signature signature : known) {
      search.accepted(signature);
      tryCall(signature);
    }
  }

  void run(int signatures) {
    for (int i = 0; i < signatures; i++) {
      tryCall(search.draw());
    }
  }

  private void tryCall(Signature signature) {
    Answer theirs = houses.theirs(signature.overAllRows());
    if (!theirs.isError()) {
      search.accepted(signature);
    }
    log.count(signature.overAllRows(), theirs);
    if (theirs.isError() && !REFUSES_THE_CALL.contains(theirs.code())) {
      for (int i = 0; i < ROWS_ALONE; i++) {
        String sql = signature.overRow(random.between(0, EdgeTable.ROWS - 1));
        Answer alone = houses.theirs(sql);
        if (!alone.isError()) {
          search.accepted(signature);
          log.count(sql, alone);
        }
      }
    }
  }

  TrialLog log() {
    return log;
  }
}
