// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.Arrays;

/** The kinds of values that BSON 1.1 has, and how long those of a fixed length are. */
enum BsonKind {
  DOUBLE(0x01, 8),
  STRING(0x02, -1),
  DOCUMENT(0x03, -1),
  ARRAY(0x04, -1),
  BINARY(0x05, -1),
  UNDEFINED(0x06, 0),
  OBJECT_ID(0x07, 12),
  BOOL(0x08, 1),
  DATE_TIME(0x09, 8),
  NULL(0x0a, 0),
  REGULAR_EXPRESSION(0x0b, -1),
  POINTER(0x0c, -1),
  SCRIPT(0x0d, -1),
  SYMBOL(0x0e, -1),
  SCRIPT_WITH_SCOPE(0x0f, -1),
  INT_32(0x10, 4),
  TIMESTAMP(0x11, 8),
  INT_64(0x12, 8),
  DECIMAL_128(0x13, 16),
  LEAST(0xff, 0),
  GREATEST(0x7f, 0);

  private final int mark;
  private final int length;

  BsonKind(int mark, int length) {
    this.mark = mark;
    this.length = length;
  }

  /** The byte before an element's name. */
  int mark() {
    return mark;
  }

  /** Bytes of a value, or -1 if they differ. */
  int length() {
    return length;
  }

  static BsonKind of(int mark) {
    return Arrays.stream(values())
        .filter(kind -> kind.mark == mark)
        .findAny()
        .orElseThrow(
            () -> new TwinhouseException(ErrorCode.UNKNOWN_TYPE, "Unknown BSON type: " + mark));
  }

  /** The server's refusal of a value of this kind for a column. */
  TwinhouseException unfit(String type) {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_COLUMN, "Cannot insert BSON " + this + " into column with type " + type);
  }
}
