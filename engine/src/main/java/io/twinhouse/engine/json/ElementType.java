// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The type of an array's elements, as ClickHouse finds one for all of them.
 *
 * @param base what the elements are
 * @param element for {@link Base#ARRAY} the type of the elements' elements
 */
record ElementType(Base base, @Nullable ElementType element) {

  /**
   * What an element can be, in the order in which ClickHouse tries types that were there before.
   */
  enum Base {
    ARRAY(""),
    BOOL("Nullable(Bool)"),
    INT("Nullable(Int64)"),
    /** An Int64 that no UInt64 can hold. */
    NEGATIVE("Nullable(Int64)"),
    UNSIGNED("Nullable(UInt64)"),
    FLOAT("Nullable(Float64)"),
    DATE("Nullable(Date)"),
    DATE_TIME("Nullable(DateTime)"),
    DATE_TIME_64("Nullable(DateTime64(9))"),
    OBJECT("JSON"),
    NULLABLE_OBJECT("Nullable(JSON)"),
    STRING("Nullable(String)"),
    /** Only NULL so far. */
    NOTHING("Nullable(String)"),
    /** Elements that have no type in common: each keeps its own. */
    DYNAMIC("Dynamic");

    private final String text;

    Base(String text) {
      this.text = text;
    }

    boolean isNumber() {
      return this == BOOL || this == INT || this == NEGATIVE || this == UNSIGNED || this == FLOAT;
    }

    boolean isDate() {
      return this == DATE || this == DATE_TIME || this == DATE_TIME_64;
    }
  }

  static final ElementType NOTHING = new ElementType(Base.NOTHING, null);
  static final ElementType DYNAMIC = new ElementType(Base.DYNAMIC, null);

  static ElementType of(Base base) {
    return new ElementType(base, null);
  }

  static ElementType arrayOf(ElementType element) {
    return new ElementType(Base.ARRAY, element);
  }

  /** The type as ClickHouse writes it. */
  String text() {
    return element == null ? base.text : "Array(" + element.text() + ")";
  }

  /** One type for all, {@link #DYNAMIC} if there is none. */
  static ElementType common(List<ElementType> types) {
    ElementType common = NOTHING;
    boolean nulls = false;
    for (ElementType type : types) {
      nulls |= type.base == Base.NOTHING;
      ElementType next = unite(common, type);
      if (next == null) {
        return DYNAMIC;
      }
      common = next;
    }
    return nulls && common.base == Base.OBJECT ? of(Base.NULLABLE_OBJECT) : common;
  }

  private boolean isObject() {
    return base == Base.OBJECT || base == Base.NULLABLE_OBJECT;
  }

  /** As a type that arrays have from now on: what only NULLs were in is one of strings. */
  ElementType settled() {
    if (element != null) {
      return arrayOf(element.settled());
    }
    return switch (base) {
      case NEGATIVE -> of(Base.INT);
      case NOTHING -> of(Base.STRING);
      default -> this;
    };
  }

  /** Whether an element can be put among elements of this type. */
  boolean accepts(JsonElement value) {
    if (value instanceof JsonElement.Null || base == Base.DYNAMIC) {
      return true;
    }
    if (value instanceof JsonElement.Nested nested) {
      return element != null && nested.elements().stream().allMatch(element::accepts);
    }
    if (value instanceof JsonElement.Text text) {
      return base == Base.STRING || (base.isDate() && acceptsDate(text.date()));
    }
    if (value instanceof JsonElement.Whole whole) {
      boolean natural = whole.kind() == JsonKind.UNSIGNED || whole.value() >= 0;
      return switch (base) {
        case INT -> whole.kind() == JsonKind.INT;
        case UNSIGNED -> natural;
        default -> base == Base.FLOAT;
      };
    }
    if (value instanceof JsonElement.Bool) {
      return base == Base.BOOL;
    }
    return value instanceof JsonElement.Real ? base == Base.FLOAT : isObject();
  }

  private boolean acceptsDate(DateText date) {
    if (!date.isDate()) {
      if (date.form() == DateText.Form.TEXT) {
        return false;
      }
      throw DateContext.refusal();
    }
    return base == Base.DATE ? date.form() == DateText.Form.DATE : inRange(date);
  }

  private boolean inRange(DateText date) {
    boolean fits = base == Base.DATE_TIME_64 || date.seconds() < 1L << 32;
    if (!fits) {
      throw DateContext.refusal();
    }
    return true;
  }

  private static @Nullable ElementType unite(ElementType left, ElementType right) {
    if (left.equals(right) || right.base == Base.NOTHING) {
      return left;
    }
    if (left.base == Base.NOTHING) {
      return right;
    }
    if (left.isObject() && right.isObject()) {
      return of(Base.NULLABLE_OBJECT);
    }
    if (left.base == Base.DYNAMIC || right.base == Base.DYNAMIC) {
      return DYNAMIC;
    }
    if (left.element != null && right.element != null) {
      ElementType united = unite(left.element, right.element);
      return united == null ? null : arrayOf(united);
    }
    return uniteScalars(left.base, right.base);
  }

  private static @Nullable ElementType uniteScalars(Base left, Base right) {
    if (left.isNumber() && right.isNumber()) {
      return uniteNumbers(left, right);
    }
    if (left.isDate() && right.isDate()) {
      return of(left.compareTo(right) > 0 ? left : right);
    }
    return isText(left) && isText(right) ? of(Base.STRING) : null;
  }

  private static boolean isText(Base base) {
    return base == Base.STRING || base == Base.BOOL || base.isDate();
  }

  private static @Nullable ElementType uniteNumbers(Base left, Base right) {
    if (left == Base.FLOAT || right == Base.FLOAT) {
      return of(Base.FLOAT);
    }
    boolean negative = left == Base.NEGATIVE || right == Base.NEGATIVE;
    boolean unsigned = left == Base.UNSIGNED || right == Base.UNSIGNED;
    if (negative && unsigned) {
      return null;
    }
    if (negative) {
      return of(Base.NEGATIVE);
    }
    return of(unsigned ? Base.UNSIGNED : Base.INT);
  }
}
