// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What became of queries that both houses were asked, shape by shape. Thread-safe. */
final class Account {

  private static final int LONGEST_REASON = 90;
  private static final int PORTION = 10_000;
  private static final Pattern SCOPE = Pattern.compile("(: |\\. )?In scope .*", Pattern.DOTALL);

  /** How often each outcome was met. */
  private static final class Tally {
    private int equal;
    private int alike;
    private int refused;
    private int differentErrors;
    private int different;

    int all() {
      return equal + alike + refused + differentErrors + different;
    }

    @Override
    public String toString() {
      return String.format("%d+%d/%d/%d+%d", equal, alike, refused, different, differentErrors);
    }
  }

  private final Map<String, Tally> shapes = new TreeMap<>();
  private final Map<String, Integer> errors = new TreeMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();
  private int asked;

  /** Puts one query down and gives the number of the difference, 0 for none. */
  synchronized int add(String shape, String sql, String theirs, String ours) {
    int number = settle(shape, sql, theirs, ours);
    if (++asked % PORTION == 0) {
      System.out.println(this);
    }
    return number;
  }

  private int settle(String shape, String sql, String theirs, String ours) {
    Tally tally = shapes.computeIfAbsent(shape, s -> new Tally());
    if (Answers.agree(theirs, ours)) {
      boolean rows = ours.equals(theirs);
      tally.equal += rows ? 1 : 0;
      tally.alike += rows ? 0 : 1;
      if (!rows) {
        errors.merge(theirs, 1, Integer::sum);
      }
      return 0;
    }
    if (Answers.isRefusal(ours) || Answers.isEarly(sql, theirs, ours)) {
      tally.refused++;
      reasons.merge(reason(ours), 1, Integer::sum);
      return 0;
    }
    boolean failures = theirs.startsWith("error ") && ours.startsWith("error ");
    tally.differentErrors += failures ? 1 : 0;
    tally.different += failures ? 0 : 1;
    differences.add(sql + Answers.difference(theirs, ours) + "\n");
    return differences.size();
  }

  /** What is refused, without the query. */
  private static String reason(String refusal) {
    String said = SCOPE.matcher(refusal).replaceAll("");
    return said.substring(0, Math.min(LONGEST_REASON, said.length()));
  }

  List<String> differences() {
    return differences;
  }

  int refused() {
    return shapes.values().stream().mapToInt(tally -> tally.refused).sum();
  }

  /** Totals, then each shape as {@code equal rows+errors/refused/different answers+errors}. */
  @Override
  public String toString() {
    Tally all = new Tally();
    for (Tally tally : shapes.values()) {
      all.equal += tally.equal;
      all.alike += tally.alike;
      all.refused += tally.refused;
      all.differentErrors += tally.differentErrors;
      all.different += tally.different;
    }
    return String.format(
        "%d queries: %d equal rows, %d equal errors %s, %d refused, %d different answers,"
            + " %d different errors; by shape %s; refused by reason %s",
        all.all(),
        all.equal,
        all.alike,
        errors,
        all.refused,
        all.different,
        all.differentErrors,
        shapes,
        reasons);
  }
}
