// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.lookup;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the server holds a dictionary; what is answered differs by the kind of key alone. */
public enum LookupLayout {
  FLAT("Flat", Kind.NUMBER),
  HASHED("Hashed", Kind.NUMBER),
  SPARSE_HASHED("SparseHashed", Kind.NUMBER),
  HASHED_ARRAY("HashedArray", Kind.NUMBER),
  DIRECT("Direct", Kind.NUMBER),
  CACHE("Cache", Kind.NUMBER),
  COMPLEX_KEY_HASHED("ComplexKeyHashed", Kind.COMPLEX),
  COMPLEX_KEY_SPARSE_HASHED("ComplexKeySparseHashed", Kind.COMPLEX),
  COMPLEX_KEY_HASHED_ARRAY("ComplexHashedArray", Kind.COMPLEX),
  COMPLEX_KEY_DIRECT("ComplexKeyDirect", Kind.COMPLEX),
  COMPLEX_KEY_CACHE("ComplexKeyCache", Kind.COMPLEX),
  RANGE_HASHED("RangeHashed", Kind.NUMBER_IN_RANGE),
  COMPLEX_KEY_RANGE_HASHED("ComplexKeyRangeHashed", Kind.COMPLEX_IN_RANGE),
  IP_TRIE("Trie", Kind.PREFIX),
  /** A table of engine Join, which no dictionary is declared as. */
  JOINED("Join", Kind.COMPLEX);

  private enum Kind {
    NUMBER,
    COMPLEX,
    NUMBER_IN_RANGE,
    COMPLEX_IN_RANGE,
    PREFIX
  }

  private final String shown;
  private final Kind kind;

  LookupLayout(String shown, Kind kind) {
    this.shown = shown;
    this.kind = kind;
  }

  /** The layout of that name, in any case; null for none of these. */
  public static @Nullable LookupLayout named(String name) {
    for (LookupLayout layout : values()) {
      if (layout != JOINED && layout.name().equals(name.toUpperCase(Locale.ROOT))) {
        return layout;
      }
    }
    return null;
  }

  /** Its name in system.dictionaries. */
  public String shown() {
    return shown;
  }

  /** Whether the key is one number, and not a tuple of any values. */
  public boolean hasSimpleKey() {
    return kind == Kind.NUMBER || kind == Kind.NUMBER_IN_RANGE;
  }

  /** Whether a key has rows for ranges of another value. */
  public boolean hasRange() {
    return kind == Kind.NUMBER_IN_RANGE || kind == Kind.COMPLEX_IN_RANGE;
  }

  /** Whether keys are networks, looked up by addresses. */
  public boolean isPrefix() {
    return kind == Kind.PREFIX;
  }

  /** Whether of several rows of a key the last one counts, where it is the first elsewhere. */
  boolean takesLast() {
    return this == FLAT || isDirect();
  }

  /** Whether each statement reads it anew. */
  boolean isReadAnew() {
    return isDirect() || this == JOINED;
  }

  /** Whether nothing is held from one query to the next. */
  public boolean isDirect() {
    return this == DIRECT || this == COMPLEX_KEY_DIRECT || isCached();
  }

  /**
   * Whether the server holds what was asked for before, and that alone. Here the source is read by
   * each statement: what it says now is what a cell yields whose time is over.
   */
  public boolean isCached() {
    return this == CACHE || this == COMPLEX_KEY_CACHE;
  }
}
