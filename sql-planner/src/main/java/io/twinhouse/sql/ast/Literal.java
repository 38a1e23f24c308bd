// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * A constant as written. Arrays, tuples and maps of constants are {@link Call}s of {@code array},
 * {@code tuple} and {@code map}.
 */
public sealed interface Literal extends Expr
    permits Literal.Number, Literal.Text, Literal.Null, Literal.Bool {

  /**
   * A number in exact text: decimal, hexadecimal ({@code 0x1F}, {@code 0x1.8p3}) or binary ({@code
   * 0b101}), with underscores as written; {@code inf} and {@code nan}. A minus directly before the
   * number belongs to it.
   */
  record Number(Position position, String text) implements Literal {
    /**
     * Whether ClickHouse reads it as an integer: no point, no exponent, and it fits UInt64, or
     * Int64 when negative. All others are Float64.
     */
    public boolean isInteger() {
      return NumberText.integer(text) != null;
    }

    /**
     * The exact value of an integer.
     *
     * @throws IllegalStateException if {@link #isInteger()} is false
     */
    public BigInteger integerValue() {
      BigInteger value = NumberText.integer(text);
      if (value == null) {
        throw new IllegalStateException("not an integer: " + text);
      }
      return value;
    }

    /** The nearest Float64. */
    public double doubleValue() {
      return NumberText.floating(text);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.number(this);
    }
  }

  /**
   * A string. ClickHouse's strings are bytes; {@code value} is their UTF-8 text, and a byte 0xNN
   * that is not part of valid UTF-8 stands in it as the lone surrogate {@code U+DCNN}.
   */
  record Text(Position position, String value) implements Literal {
    /** The text of {@code bytes}, whatever they are. */
    public static Text ofBytes(Position position, byte[] bytes) {
      return new Text(position, ByteText.decode(bytes));
    }

    /** The bytes of the string. */
    public byte[] bytes() {
      return isUtf8() ? value.getBytes(StandardCharsets.UTF_8) : ByteText.encode(value);
    }

    /** Whether all bytes are valid UTF-8, so that {@code value} is what a reader sees. */
    public boolean isUtf8() {
      return ByteText.isClean(value);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.text(this);
    }
  }

  /** NULL. */
  record Null(Position position) implements Literal {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.nullLiteral(this);
    }
  }

  /** {@code true} or {@code false}, of type Bool. */
  record Bool(Position position, boolean value) implements Literal {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.bool(this);
    }
  }
}
