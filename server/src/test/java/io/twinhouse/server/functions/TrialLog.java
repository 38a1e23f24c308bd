// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import io.twinhouse.server.functions.TwoHouses.Answer;
import java.util.EnumMap;
import java.util.Map;

/** What came of the trials of one function: how often what, and the texts of what was not equal. */
final class TrialLog {

  private static final int NOT_IMPLEMENTED = 48;
  private static final int UNKNOWN_FUNCTION = 46;

  private final TwoHouses houses;
  private final String function;
  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
  private final StringBuilder different = new StringBuilder();
  private final StringBuilder remarks = new StringBuilder();

  TrialLog(TwoHouses houses, String function) {
    this.houses = houses;
    this.function = function;
  }

  /** Asks for our answer and writes down how it stands to the server's. */
  void count(String sql, Answer theirs) {
    Answer ours = houses.ours(sql);
    Verdict verdict = judge(theirs, ours);
    counts.merge(verdict, 1, Integer::sum);
    if (verdict == Verdict.DIFFERENT) {
      different.append(sql).append("\n  server: ").append(firstDifference(theirs, ours));
      different.append("\n  ours:   ").append(firstDifference(ours, theirs)).append('\n');
    } else if (verdict != Verdict.EQUAL && verdict != Verdict.SAME_ERROR) {
      remarks
          .append(verdict)
          .append(' ')
          .append(sql)
          .append("\n  server: ")
          .append(shorter(theirs));
      remarks.append("\n  ours:   ").append(shorter(ours)).append('\n');
    }
  }

  private static Verdict judge(Answer theirs, Answer ours) {
    if (theirs.equals(ours)) {
      return Verdict.EQUAL;
    }
    if (!ours.isError() && theirs.isError()) {
      return Verdict.LENIENT;
    }
    if (ours.code() < 0 || !ours.isError()) {
      return Verdict.DIFFERENT;
    }
    if (!theirs.isError()) {
      return Verdict.REFUSED;
    }
    boolean unknown = ours.code() == NOT_IMPLEMENTED || ours.code() == UNKNOWN_FUNCTION;
    return theirs.code() == ours.code()
        ? Verdict.SAME_ERROR
        : unknown ? Verdict.REFUSED : Verdict.OTHER_CODE;
  }

  /** The first line that the other answer does not have in its place. */
  private static String firstDifference(Answer answer, Answer other) {
    if (answer.isError()) {
      return shorter(answer);
    }
    String[] lines = answer.text().split("\n", -1);
    String[] others = other.text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i >= others.length || !lines[i].equals(others[i])) {
        return "row " + i + ": " + lines[i];
      }
    }
    return "fewer rows";
  }

  private static String shorter(Answer answer) {
    String text = answer.toString().replace('\n', '|');
    return text.length() > 160 ? text.substring(0, 160) : text;
  }

  int count(Verdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }

  String function() {
    return function;
  }

  /** Every difference found, with both answers. */
  String different() {
    return different.toString();
  }

  /** Every refusal, other error code and surplus answer found. */
  String remarks() {
    return remarks.toString();
  }

  /** A line of the report. */
  String summary() {
    StringBuilder line = new StringBuilder(function);
    for (Verdict verdict : Verdict.values()) {
      line.append('\t').append(count(verdict));
    }
    return line.toString();
  }
}
