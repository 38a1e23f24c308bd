// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.numpy;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.text.RecordFeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands before the elements: a mark, a version, a length and a Python dictionary (NumPy's
 * format 1.0 to 3.0). Leaves the feed at the first element.
 *
 * @param shape the rows first
 */
record NpyHeader(NpyElement element, long[] shape) {

  static final byte[] MARK = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /**
   * @throws TwinhouseException INCORRECT_DATA, BAD_ARGUMENTS or a parser's code
   */
  static NpyHeader read(RecordFeed in) throws IOException {
    for (byte expected : MARK) {
      expect(in, expected & 0xff);
    }
    int version = number(in, 1);
    number(in, 1);
    long length = Integer.toUnsignedLong(number(in, version == 1 ? 2 : 4));
    Dictionary dictionary = new Dictionary(in);
    Map<String, String> values = dictionary.read();
    if (dictionary.length > length) {
      throw incorrect("Header size is incorrect");
    }
    String order = values.getOrDefault("fortran_order", "False");
    if (!order.equalsIgnoreCase("false")) {
      throw incorrect("Fortran order is not supported");
    }
    String shape = values.get("shape");
    String description = values.get("descr");
    if (shape == null || description == null) {
      throw incorrect("npy file header doesn't contain required field 'shape' or 'descr'");
    }
    NpyHeader header = new NpyHeader(NpyElement.of(description), shape(shape));
    for (long rest = length - dictionary.length; rest > 0; rest--) {
      if (in.peek(0) < 0) {
        throw new TwinhouseException(
            ErrorCode.ATTEMPT_TO_READ_AFTER_EOF, "Attempt to read after eof in an Npy header");
      }
      in.skip(1);
    }
    return header;
  }

  private static int number(RecordFeed in, int bytes) throws IOException {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      if (in.peek(0) < 0) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_READ_ALL_DATA, "Cannot read all data of an Npy header");
      }
      value |= in.peek(0) << 8 * i;
      in.skip(1);
    }
    return value;
  }

  private static void expect(RecordFeed in, int expected) throws IOException {
    if (in.peek(0) != expected) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
          "Cannot parse input: expected '" + (char) expected + "' in an Npy header");
    }
    in.skip(1);
  }

  private static long[] shape(String text) {
    if (!text.startsWith("(") || !text.endsWith(")")) {
      throw incorrect("Incorrect shape format: " + text);
    }
    String inner = text.substring(1, text.length() - 1);
    if (inner.isEmpty()) {
      throw incorrect("Npy shape must have at least one dimension, got: " + text);
    }
    String[] parts = inner.split(",", -1);
    boolean closed = parts.length > 1 && parts[parts.length - 1].isEmpty();
    long[] shape = new long[closed ? parts.length - 1 : parts.length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = dimension(parts[i].strip(), text);
    }
    return shape;
  }

  /** The digits at the beginning; what is no number is 0. */
  private static long dimension(String part, String shape) {
    int end = part.startsWith("-") || part.startsWith("+") ? 1 : 0;
    while (end < part.length() && Character.isDigit(part.charAt(end))) {
      end++;
    }
    String digits = part.substring(0, end);
    if (part.isEmpty() || end > 18) {
      throw incorrect("Invalid shape format: " + shape);
    }
    if (digits.startsWith("-")) {
      throw incorrect("Negative shape dimension in shape " + shape);
    }
    return digits.isEmpty() || digits.equals("+") ? 0 : Long.parseLong(digits);
  }

  static TwinhouseException incorrect(String message) {
    return new TwinhouseException(ErrorCode.INCORRECT_DATA, message);
  }

  /** {@code {'key': value, }} with quoted and other values; counts the bytes that it takes. */
  private static final class Dictionary {
    private final RecordFeed in;
    private long length;

    Dictionary(RecordFeed in) {
      this.in = in;
    }

    Map<String, String> read() throws IOException {
      Map<String, String> values = new HashMap<>();
      pass('{');
      spaces();
      while (in.peek(0) != '}') {
        if (in.peek(0) != '\'') {
          throw unquoted("opening");
        }
        String key = quoted();
        pass(':');
        spaces();
        values.put(key, in.peek(0) == '\'' ? quoted() : bare());
        pass(',');
        spaces();
      }
      pass('}');
      return values;
    }

    private void pass(int expected) throws IOException {
      expect(in, expected);
      length++;
    }

    private void spaces() throws IOException {
      while (in.peek(0) >= 0 && Character.isWhitespace(in.peek(0))) {
        in.skip(1);
        length++;
      }
    }

    private String quoted() throws IOException {
      int end = 1;
      for (int next = in.peek(end); next != '\''; next = in.peek(++end)) {
        if (next < 0) {
          throw unquoted("closing");
        }
      }
      return taken(end + 1).substring(1, end);
    }

    /** To a comma or blank, or to the end of what begins with a bracket. */
    private String bare() throws IOException {
      boolean tuple = in.peek(0) == '(';
      int end = 0;
      int next = in.peek(0);
      while (next >= 0 && (tuple ? next != ')' : next != ',' && next > ' ')) {
        next = in.peek(++end);
      }
      return taken(tuple && next >= 0 ? end + 1 : end);
    }

    private String taken(int bytes) {
      in.take(bytes);
      String text = new String(in.data(), in.from(), bytes, StandardCharsets.ISO_8859_1);
      length += bytes;
      return text;
    }

    private static TwinhouseException unquoted(String which) {
      return new TwinhouseException(
          ErrorCode.CANNOT_PARSE_QUOTED_STRING,
          "Cannot parse quoted string: expected " + which + " quote ''' in an Npy header");
    }
  }
}
