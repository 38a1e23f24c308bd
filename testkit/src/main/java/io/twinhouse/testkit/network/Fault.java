// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.network;

/**
 * What goes wrong, and where. Bytes are counted over all connections from the moment the fault was
 * planted; it strikes once.
 *
 * @param direction the bytes that are counted, and that it strikes
 * @param atByte how many bytes still pass unharmed
 * @param kind what happens then
 * @param detail milliseconds of a delay, number of spoilt bytes, or the status of an error answer
 */
public record Fault(Direction direction, long atByte, Kind kind, int detail) {

  /** What happens. */
  public enum Kind {
    /** Both sides see an orderly end of the connection. */
    CLOSE,
    /** Both sides see a reset. */
    RESET,
    /** Nothing passes any more in this direction, and nobody is told. */
    SILENCE,
    /** The bytes come later. */
    DELAY,
    /** The bytes come spoilt. */
    GARBAGE,
    /**
     * The answer is well-formed, with a length and an end, but its body stops at that byte of the
     * body: what an intermediary sends that lost the rest.
     */
    SHORTENED,
    /** An intermediary answers with an error page, and the server never sees the request. */
    REFUSED,
    /** The server does its work, and an intermediary answers with an error page all the same. */
    LOST_ANSWER
  }

  public static Fault close(Direction direction, long atByte) {
    return new Fault(direction, atByte, Kind.CLOSE, 0);
  }

  public static Fault reset(Direction direction, long atByte) {
    return new Fault(direction, atByte, Kind.RESET, 0);
  }

  public static Fault silence(Direction direction, long atByte) {
    return new Fault(direction, atByte, Kind.SILENCE, 0);
  }

  public static Fault delay(Direction direction, long atByte, int millis) {
    return new Fault(direction, atByte, Kind.DELAY, millis);
  }

  public static Fault garbage(Direction direction, long atByte, int bytes) {
    return new Fault(direction, atByte, Kind.GARBAGE, bytes);
  }

  /** Only {@code bodyBytes} of the next answer's body. */
  public static Fault shortened(long bodyBytes) {
    return new Fault(Direction.ANSWER, bodyBytes, Kind.SHORTENED, 0);
  }

  /** The next request is answered with an error page. */
  public static Fault refused(int status) {
    return new Fault(Direction.REQUEST, 0, Kind.REFUSED, status);
  }

  /** The next answer is replaced by an error page. */
  public static Fault lostAnswer(int status) {
    return new Fault(Direction.ANSWER, 0, Kind.LOST_ANSWER, status);
  }
}
