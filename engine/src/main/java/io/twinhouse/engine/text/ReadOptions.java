// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import java.time.ZoneId;

/**
 * How texts are read.
 *
 * @param zone for times whose type names no zone
 * @param bestEffort whether times may take the many forms of ClickHouse's best effort parser
 * @param checked whether an integer that does not fit its type is refused instead of wrapped
 * @param monthFirst whether 10/11/2025 is in October, where best effort reads times
 * @param timed whether a time of day may stand behind a date, as CAST takes it and no format does
 * @param words what whole fields say for NULL, true and false
 * @param received whether the texts come from outside, where JSON has no marks
 */
public record ReadOptions(
    ZoneId zone,
    boolean bestEffort,
    boolean checked,
    boolean monthFirst,
    boolean timed,
    Words words,
    boolean received) {

  /**
   * Texts of whole fields that settings name.
   *
   * @param trueText what true may be called beside its usual names; falseText likewise
   * @param tabNull NULL in tab-separated fields; csvNull in those of CSV
   */
  public record Words(String trueText, String falseText, String tabNull, String csvNull) {
    static final Words DEFAULT = new Words("true", "false", "\\N", "\\N");

    /** The text of NULL in whole fields; empty where a value's end is told by the value. */
    public String nullIn(TextStyle style) {
      return switch (style) {
        case ESCAPED, RAW -> tabNull;
        case CSV -> csvNull;
        case QUOTED, JSON -> "";
      };
    }
  }

  public ReadOptions(ZoneId zone, boolean bestEffort, boolean checked, boolean monthFirst) {
    this(zone, bestEffort, checked, monthFirst, true, Words.DEFAULT, false);
  }

  public ReadOptions(ZoneId zone, boolean bestEffort, boolean checked) {
    this(zone, bestEffort, checked, false);
  }

  /** The same, where a time of day may stand behind a date, or may not. */
  public ReadOptions withTimes(boolean may) {
    return new ReadOptions(zone, bestEffort, checked, monthFirst, may, words, received);
  }

  /** The same, where an integer that does not fit its type is refused. */
  ReadOptions strictly() {
    return new ReadOptions(zone, bestEffort, true, monthFirst, timed, words, received);
  }

  /** What CAST and the text formats use. */
  public static ReadOptions lenient(ZoneId zone) {
    return new ReadOptions(zone, true, false);
  }

  /** As {@link #lenient}, of texts from outside. */
  public static ReadOptions received(ZoneId zone) {
    return new ReadOptions(zone, true, false, false, true, Words.DEFAULT, true);
  }

  /** What the OrNull and OrZero conversions use. */
  public static ReadOptions strict(ZoneId zone) {
    return new ReadOptions(zone, false, true);
  }
}
