// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import java.util.List;

/** One element of an array in a JSON value. Immutable. */
sealed interface JsonElement {

  /** Its type by itself. */
  ElementType type();

  /** A JSON null. */
  record Null() implements JsonElement {
    @Override
    public ElementType type() {
      return ElementType.NOTHING;
    }
  }

  /** A JSON true or false. */
  record Bool(boolean value) implements JsonElement {
    @Override
    public ElementType type() {
      return ElementType.of(ElementType.Base.BOOL);
    }
  }

  /** A whole number, of the kind INT or UNSIGNED. */
  record Whole(JsonKind kind, long value) implements JsonElement {
    @Override
    public ElementType type() {
      if (kind == JsonKind.UNSIGNED) {
        return ElementType.of(ElementType.Base.UNSIGNED);
      }
      return ElementType.of(value < 0 ? ElementType.Base.NEGATIVE : ElementType.Base.INT);
    }
  }

  /** A number with a fraction or exponent. */
  record Real(double value) implements JsonElement {
    @Override
    public ElementType type() {
      return ElementType.of(ElementType.Base.FLOAT);
    }
  }

  /** A string, and what it may be as a date. */
  record Text(byte[] bytes, DateText date) implements JsonElement {
    @Override
    public ElementType type() {
      if (date.form() == DateText.Form.UNKNOWN) {
        throw DateContext.refusal();
      }
      if (!date.isDate()) {
        return ElementType.of(ElementType.Base.STRING);
      }
      return ElementType.of(
          switch (date.kind()) {
            case DATE -> ElementType.Base.DATE;
            case DATE_TIME -> ElementType.Base.DATE_TIME;
            default -> ElementType.Base.DATE_TIME_64;
          });
    }
  }

  /** An object, already written as it will be printed. */
  record Node(byte[] text) implements JsonElement {
    @Override
    public ElementType type() {
      return ElementType.of(ElementType.Base.OBJECT);
    }
  }

  /** An array within an array. */
  record Nested(List<JsonElement> elements) implements JsonElement {
    @Override
    public ElementType type() {
      return ElementType.arrayOf(
          ElementType.common(elements.stream().map(JsonElement::type).toList()));
    }
  }
}
