// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the arrays of a path have been so far in a block, and the objects within them. */
final class ArrayContext {

  private final TreeSet<ElementType> arrays = new TreeSet<>(ArrayContext::compare);
  private final Map<String, DateContext> strings = new HashMap<>();
  private final Map<String, ArrayContext> nested = new HashMap<>();
  private final DateContext loose = new DateContext();

  private static int compare(ElementType left, ElementType right) {
    int order = left.base().compareTo(right.base());
    if (order != 0 || left.element() == null || right.element() == null) {
      return order;
    }
    return compare(left.element(), right.element());
  }

  /** What strings of a path within objects of the array had. */
  DateContext strings(String path) {
    return strings.computeIfAbsent(path, p -> new DateContext());
  }

  /** What arrays of a path within objects of the array had. */
  ArrayContext nested(String path) {
    return nested.computeIfAbsent(path, p -> new ArrayContext());
  }

  /** What strings had in arrays whose elements have no type in common. */
  DateContext loose() {
    return loose;
  }

  /**
   * The type of an array's elements here: the first that arrays of the path had and that accepts
   * all of them, else the one that they suggest by themselves.
   */
  ElementType resolve(List<JsonElement> elements) {
    List<ElementType> accepting = new ArrayList<>();
    for (ElementType type : arrays) {
      if (elements.stream().allMatch(type::accepts)) {
        accepting.add(type);
      }
    }
    if (!accepting.isEmpty()) {
      ElementType first = accepting.get(0);
      boolean ambiguous = accepting.size() > 1 && elements.stream().anyMatch(this::dependsOnOrder);
      boolean loose = accepting.size() > 1 || first.equals(ElementType.DYNAMIC);
      if (ambiguous || (loose && elements.stream().anyMatch(ArrayContext::isHuge))) {
        throw refusal();
      }
      return first;
    }
    ElementType own = ElementType.common(elements.stream().map(JsonElement::type).toList());
    arrays.add(own.settled());
    return own;
  }

  /** Whether the order in which types are tried shows, and is not known. */
  private boolean dependsOnOrder(JsonElement element) {
    boolean loosely = arrays.contains(ElementType.DYNAMIC);
    if (element instanceof JsonElement.Text text) {
      return loosely && text.date().isDate();
    }
    if (element instanceof JsonElement.Null) {
      return arrays.first().base() == ElementType.Base.ARRAY
          || arrays.contains(ElementType.of(ElementType.Base.OBJECT));
    }
    return loosely && element instanceof JsonElement.Nested;
  }

  /** Whole numbers that a Float64 does not hold exactly. */
  private static boolean isHuge(JsonElement element) {
    return element instanceof JsonElement.Whole whole
        && (whole.kind() == JsonKind.UNSIGNED || Math.abs((double) whole.value()) > 1L << 53);
  }

  private static TwinhouseException refusal() {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "An array in a JSON value fits several of the types that arrays of its path had before in"
            + " this insert; which of them ClickHouse takes is not known to the embedded store");
  }
}
