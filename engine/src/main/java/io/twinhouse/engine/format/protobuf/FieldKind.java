// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.protobuf;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the values of a field are, and how they stand in a message. */
enum FieldKind {
  INT32(0, 32, true),
  INT64(0, 64, true),
  UINT32(0, 32, false),
  UINT64(0, 64, false),
  SINT32(0, 32, true),
  SINT64(0, 64, true),
  FIXED32(5, 32, false),
  FIXED64(1, 64, false),
  SFIXED32(5, 32, true),
  SFIXED64(1, 64, true),
  BOOL(0, 1, false),
  FLOAT(5, 0, true),
  DOUBLE(1, 0, true),
  STRING(2, 0, false),
  BYTES(2, 0, false),
  ENUM(0, 0, true),
  MESSAGE(2, 0, false);

  private final int wire;
  private final int bits;
  private final boolean signed;

  FieldKind(int wire, int bits, boolean signed) {
    this.wire = wire;
    this.bits = bits;
    this.signed = signed;
  }

  /** The kind that a schema calls by this word; null for the name of a message or of an enum. */
  static @Nullable FieldKind of(String word) {
    for (FieldKind kind : values()) {
      boolean named = kind != ENUM && kind != MESSAGE;
      if (named && kind.name().toLowerCase(Locale.ROOT).equals(word)) {
        return kind;
      }
    }
    return null;
  }

  /** The low bits of a tag. */
  int wire() {
    return wire;
  }

  /** Bits of a whole number; 0 for what is none. */
  int bits() {
    return bits;
  }

  boolean isSigned() {
    return signed;
  }

  /** Whether values may stand one behind the other under one tag. */
  boolean mayBePacked() {
    return wire != 2;
  }
}
