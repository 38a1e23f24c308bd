// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.task;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;

/**
 * How large an operator's state may become, and what happens then.
 *
 * @param rows 0 for no limit
 * @param bytes 0 for no limit
 */
public record SizeLimit(long rows, long bytes, Overflow overflow) {

  public static final SizeLimit NONE = new SizeLimit(0, 0, Overflow.THROW);

  /** What a limit does. */
  public enum Overflow {
    /** The query fails. */
    THROW,
    /** The rows so far are the input. */
    BREAK,
    /** Rows of groups that are known are still taken. */
    ANY,
    /** The query is refused: which rows the server would leave is not known here. */
    REFUSE
  }

  /** What is limited, and how the server words its refusal. */
  public enum Subject {
    SORTING(ErrorCode.TOO_MANY_ROWS_OR_BYTES, "result", ""),
    DISTINCT(ErrorCode.SET_SIZE_LIMIT_EXCEEDED, "DISTINCT", ""),
    SET(ErrorCode.SET_SIZE_LIMIT_EXCEEDED, "IN-set", ""),
    JOIN(ErrorCode.SET_SIZE_LIMIT_EXCEEDED, "JOIN", ": While executing FillingRightJoinSide");

    private final ErrorCode code;
    private final String text;
    private final String where;

    Subject(ErrorCode code, String text, String where) {
      this.code = code;
      this.text = text;
      this.where = where;
    }
  }

  public boolean isNone() {
    return rows == 0 && bytes == 0;
  }

  /** Whether the answer depends on which rows come first. */
  public boolean cuts() {
    return !isNone() && overflow != Overflow.THROW;
  }

  /** The same limit where it is not known which rows the server has seen when it is reached. */
  public SizeLimit orRefusal() {
    return cuts() ? new SizeLimit(rows, bytes, Overflow.REFUSE) : this;
  }

  /** The same limit where it fails whatever is asked for. */
  public SizeLimit orFailure() {
    return cuts() ? new SizeLimit(rows, bytes, Overflow.THROW) : this;
  }

  /**
   * The error of a limit that is reached and may not cut.
   *
   * @param limit as its setting is called
   */
  public static TwinhouseException refusal(String limit) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "The limit of "
            + limit
            + " is reached, and which rows an overflow mode other than 'throw' leaves depends on"
            + " the blocks in which ClickHouse reads them: the embedded engine does not know them."
            + " Use 'throw', or raise the limit");
  }

  /**
   * Whether more may come. A limit that cuts is reached by what is as large as it, one that fails
   * by what is larger.
   *
   * @throws TwinhouseException the subject's code, when it is too much and that is an error
   */
  public boolean admits(Subject subject, long currentRows, long currentBytes) {
    int least = overflow == Overflow.BREAK ? 0 : 1;
    boolean rowsOver = rows > 0 && currentRows - rows >= least;
    boolean bytesOver = bytes > 0 && currentBytes - bytes >= least;
    if ((rowsOver || bytesOver) && overflow == Overflow.REFUSE) {
      throw refusal(subject.text);
    }
    if ((rowsOver || bytesOver) && overflow == Overflow.THROW) {
      throw new TwinhouseException(
          subject.code,
          "Limit for "
              + subject.text
              + " exceeded, "
              + (rowsOver
                  ? "max rows: "
                      + Quantity.count(rows)
                      + ", current rows: "
                      + Quantity.count(currentRows)
                  : "max bytes: "
                      + Quantity.bytes(bytes)
                      + ", current bytes: "
                      + Quantity.bytes(currentBytes))
              + subject.where);
    }
    return !rowsOver && !bytesOver;
  }

  /**
   * Whether rows of new groups may come.
   *
   * @throws TwinhouseException TOO_MANY_ROWS
   */
  public boolean admitsGroups(long groups) {
    if (rows == 0 || groups <= rows) {
      return true;
    }
    if (overflow == Overflow.THROW) {
      throw new TwinhouseException(
          ErrorCode.TOO_MANY_ROWS,
          "Limit for rows to GROUP BY exceeded: has "
              + groups
              + " rows, maximum: "
              + rows
              + ": While executing AggregatingTransform");
    }
    if (overflow == Overflow.REFUSE) {
      throw refusal("GROUP BY");
    }
    return false;
  }
}
