// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON text taken apart, each plain value as it is to be written. Names may stand twice; the
 * first of them is the one that is found.
 */
sealed interface JsonDocument {

  /** So many blanks are work. */
  int MUCH = 4096;

  /** Why a text is none. */
  final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message, null, false, false);
    }
  }

  /** A text, a number or a word. */
  record Plain(byte[] text) implements JsonDocument {}

  /** Elements in order. */
  record Items(List<JsonDocument> elements) implements JsonDocument {}

  /** Members in order. */
  record Members(List<byte[]> names, List<JsonDocument> values) implements JsonDocument {

    /** Puts what the other has over what is here: objects into objects, all else in its place. */
    void merge(Members other) {
      Map<ByteBuffer, Integer> places = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        places.putIfAbsent(ByteBuffer.wrap(names.get(i)), i);
      }
      for (int i = 0; i < other.names.size(); i++) {
        Checkpoint.passSometimes(i);
        JsonDocument value = other.values.get(i);
        Integer place = places.putIfAbsent(ByteBuffer.wrap(other.names.get(i)), names.size());
        if (place == null) {
          names.add(other.names.get(i));
          values.add(value);
        } else if (values.get(place) instanceof Members own && value instanceof Members patch) {
          own.merge(patch);
        } else {
          values.set(place, value);
        }
      }
    }
  }

  /**
   * Reads a whole text.
   *
   * @throws Malformed if it is no JSON
   */
  static JsonDocument read(byte[] data, int from, int to) throws Malformed {
    return new Parser(new TextInput().over(data, from, to)).document();
  }

  /**
   * Writes the document.
   *
   * @param indent how many blanks a level is indented by; negative for all on one line
   */
  default void write(int indent, BytesBuffer out) {
    write(this, indent, 0, out);
  }

  private static void write(JsonDocument value, int indent, int depth, BytesBuffer out) {
    if (value instanceof Plain plain) {
      out.write(plain.text, 0, plain.text.length);
    } else if (value instanceof Items items) {
      out.write('[');
      for (int i = 0; i < items.elements.size(); i++) {
        separate(i, indent, depth + 1, out);
        write(items.elements.get(i), indent, depth + 1, out);
      }
      if (!items.elements.isEmpty()) {
        line(indent, depth, out);
      }
      out.write(']');
    } else if (value instanceof Members members) {
      out.write('{');
      for (int i = 0; i < members.names.size(); i++) {
        separate(i, indent, depth + 1, out);
        out.write(members.names.get(i), 0, members.names.get(i).length);
        out.write(':');
        if (indent >= 0) {
          out.write(' ');
        }
        write(members.values.get(i), indent, depth + 1, out);
      }
      if (!members.names.isEmpty()) {
        line(indent, depth, out);
      }
      out.write('}');
    }
  }

  private static void separate(int index, int indent, int depth, BytesBuffer out) {
    Checkpoint.passSometimes(index);
    if (index > 0) {
      out.write(',');
    }
    line(indent, depth, out);
  }

  private static void line(int indent, int depth, BytesBuffer out) {
    if (indent >= 0) {
      out.write('\n');
      if (indent * depth >= MUCH) {
        Checkpoint.pass();
      }
      for (int i = 0; i < indent * depth; i++) {
        out.write(' ');
      }
    }
  }

  /** Reads the text under the cursor. */
  final class Parser {
    private static final long MOST_OF_TENTH = 1_844_674_407_370_955_161L;
    private static final long EXACT = (1L << 53) - 1;
    private static final int MOST_DIGITS = 17;
    private static final int MOST_POWER = 308;

    private final TextInput in;
    private final TextOutput text = new TextOutput();

    Parser(TextInput in) {
      this.in = in;
    }

    JsonDocument document() throws Malformed {
      blanks();
      if (in.atEnd()) {
        throw new Malformed("The document is empty");
      }
      JsonDocument value = value();
      blanks();
      if (!in.atEnd()) {
        throw new Malformed("The document root must not be followed by other values");
      }
      return value;
    }

    private void blanks() {
      while (in.peek() == ' ' || in.peek() == '\n' || in.peek() == '\r' || in.peek() == '\t') {
        in.advance(1);
      }
    }

    private JsonDocument value() throws Malformed {
      return switch (in.peek()) {
        case '{' -> members();
        case '[' -> items();
        case '"' -> new Plain(string());
        case 't' -> word("true");
        case 'f' -> word("false");
        case 'n' -> word("null");
        default -> number();
      };
    }

    private JsonDocument word(String word) throws Malformed {
      if (!in.isAhead(word)) {
        throw new Malformed("Invalid value");
      }
      in.advance(word.length());
      text.reset();
      return new Plain(text.put(word).toBytes());
    }

    private JsonDocument items() throws Malformed {
      List<JsonDocument> elements = new ArrayList<>();
      in.advance(1);
      blanks();
      if (in.skip(']')) {
        return new Items(elements);
      }
      while (true) {
        elements.add(value());
        blanks();
        if (in.skip(']')) {
          return new Items(elements);
        }
        if (!in.skip(',')) {
          throw new Malformed("Missing a comma or ] after an array element");
        }
        blanks();
      }
    }

    private JsonDocument members() throws Malformed {
      Members members = new Members(new ArrayList<>(), new ArrayList<>());
      in.advance(1);
      blanks();
      if (in.skip('}')) {
        return members;
      }
      while (true) {
        if (in.peek() != '"') {
          throw new Malformed("Missing a name for object member");
        }
        members.names.add(string());
        blanks();
        if (!in.skip(':')) {
          throw new Malformed("Missing a colon after a name of object member");
        }
        blanks();
        members.values.add(value());
        blanks();
        if (in.skip('}')) {
          return members;
        }
        if (!in.skip(',')) {
          throw new Malformed("Missing a comma or '}' after an object member");
        }
        blanks();
      }
    }

    /** A text as it is written again, in quotes. */
    private byte[] string() throws Malformed {
      in.advance(1);
      text.reset();
      text.put('"');
      while (true) {
        int next = in.peek();
        if (next < 0) {
          throw new Malformed("Missing a closing quotation mark in string");
        }
        if (next < ' ') {
          throw new Malformed("Invalid encoding in string");
        }
        in.advance(1);
        if (next == '"') {
          return text.put('"').toBytes();
        }
        if (next == '\\') {
          escape();
        } else {
          text.put((byte) next);
        }
      }
    }

    private void escape() throws Malformed {
      int next = in.peek();
      in.advance(1);
      switch (next) {
        case '"', '\\', '/' -> character(next);
        case 'b' -> character('\b');
        case 'f' -> character('\f');
        case 'n' -> character('\n');
        case 'r' -> character('\r');
        case 't' -> character('\t');
        case 'u' -> character(codePoint());
        default -> throw new Malformed("Invalid escape character in string");
      }
    }

    private int codePoint() throws Malformed {
      int first = hex();
      if (first < Character.MIN_SURROGATE || first > Character.MAX_SURROGATE) {
        return first;
      }
      boolean pair = first <= Character.MAX_HIGH_SURROGATE && in.isAhead("\\u");
      in.advance(pair ? 2 : 0);
      int second = pair ? hex() : 0;
      if (second < Character.MIN_LOW_SURROGATE || second > Character.MAX_LOW_SURROGATE) {
        throw new Malformed("The surrogate pair in string is invalid");
      }
      return Character.toCodePoint((char) first, (char) second);
    }

    private int hex() throws Malformed {
      int value = 0;
      for (int i = 0; i < 4; i++) {
        int digit = Character.digit(in.peek(), 16);
        if (digit < 0) {
          throw new Malformed("Incorrect hex digit after \\u escape in string");
        }
        value = value * 16 + digit;
        in.advance(1);
      }
      return value;
    }

    private void character(int point) {
      switch (point) {
        case '"' -> text.put("\\\"");
        case '\\' -> text.put("\\\\");
        case '\b' -> text.put("\\b");
        case '\f' -> text.put("\\f");
        case '\n' -> text.put("\\n");
        case '\r' -> text.put("\\r");
        case '\t' -> text.put("\\t");
        default -> {
          if (point < ' ') {
            text.put("\\u00").put(Character.forDigit(point >> 4, 16));
            text.put(Character.toUpperCase(Character.forDigit(point & 15, 16)));
          } else {
            text.put(Character.toString(point));
          }
        }
      }
    }

    private static boolean isDigit(int next) {
      return next >= '0' && next <= '9';
    }

    private JsonDocument number() throws Malformed {
      int from = in.position();
      boolean negative = in.skip('-');
      if (!isDigit(in.peek())) {
        throw new Malformed("Invalid value");
      }
      Decimal decimal = new Decimal(negative);
      if (!in.skip('0')) {
        decimal.whole();
      }
      boolean real = decimal.wide;
      if (in.skip('.')) {
        real = true;
        decimal.fraction();
      }
      if (in.peek() == 'e' || in.peek() == 'E') {
        real = true;
        decimal.power();
      }
      text.reset();
      if (real) {
        double value = decimal.value();
        DocumentNumber.write(negative ? -value : value, text);
      } else if (decimal.integer == 0) {
        text.put('0');
      } else {
        text.put(in.data(), from, in.position() - from);
      }
      return new Plain(text.toBytes());
    }

    /** The parts of the number under the cursor. */
    private final class Decimal {
      private final boolean negative;
      private long integer;
      private double real;
      private boolean wide;
      private int digits;
      private int power;

      Decimal(boolean negative) {
        this.negative = negative;
      }

      void whole() throws Malformed {
        digits = -1; // the first one does not count
        while (isDigit(in.peek())) {
          int digit = in.peek() - '0';
          if (!wide && exceeds(digit)) {
            wide = true;
            real = unsignedToDouble(integer);
          }
          if (wide) {
            if (real >= 1.7976931348623157e307) {
              throw new Malformed("Number too big to be stored in double");
            }
            real = real * 10 + digit;
          } else {
            integer = integer * 10 + digit;
            digits++;
          }
          in.advance(1);
        }
      }

      /** Whether it does not fit a UInt64, or an Int64 if negative, with one more digit. */
      private boolean exceeds(int digit) {
        long tenth = negative ? Long.MAX_VALUE / 10 : MOST_OF_TENTH;
        return Long.compareUnsigned(integer, tenth) > 0
            || (integer == tenth && digit > (negative ? 8 : 5));
      }

      void fraction() throws Malformed {
        if (!isDigit(in.peek())) {
          throw new Malformed("Miss fraction part in number");
        }
        if (!wide) {
          while (isDigit(in.peek()) && Long.compareUnsigned(integer, EXACT) <= 0) {
            integer = integer * 10 + in.peek() - '0';
            in.advance(1);
            power--;
            digits += integer == 0 ? 0 : 1;
          }
          real = unsignedToDouble(integer);
          wide = true;
        }
        while (isDigit(in.peek())) {
          if (digits < MOST_DIGITS) {
            real = real * 10 + (in.peek() - '0');
            power--;
            digits += real > 0 ? 1 : 0;
          }
          in.advance(1);
        }
      }

      void power() throws Malformed {
        in.advance(1);
        if (!wide) {
          real = unsignedToDouble(integer);
          wide = true;
        }
        boolean small = in.peek() == '-';
        in.advance(small || in.peek() == '+' ? 1 : 0);
        if (!isDigit(in.peek())) {
          throw new Malformed("Miss exponent in number");
        }
        long most = small ? (power + 2_147_483_639L) / 10 : MOST_POWER - power;
        long exponent = (long) in.peek() - '0';
        in.advance(1);
        while (isDigit(in.peek())) {
          exponent = exponent * 10 + in.peek() - '0';
          in.advance(1);
          if (exponent > most) {
            if (!small) {
              throw new Malformed("Number too big to be stored in double");
            }
            while (isDigit(in.peek())) {
              in.advance(1);
            }
          }
        }
        power = Math.toIntExact(power + (small ? -exponent : exponent));
      }

      double value() throws Malformed {
        double value = DocumentNumber.scaled(real, power);
        if (value > Double.MAX_VALUE) {
          throw new Malformed("Number too big to be stored in double");
        }
        return value;
      }
    }

    private static double unsignedToDouble(long value) {
      return value >= 0 ? value : ((double) ((value >>> 1) | (value & 1))) * 2;
    }
  }
}
