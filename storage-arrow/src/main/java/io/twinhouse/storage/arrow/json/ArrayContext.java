// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.json;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the arrays of a path have been so far in a block, and the objects within them. */
final class ArrayContext {

  private final Set<ElementType> arrays = new HashSet<>();
  private final Map<String, DateContext> strings = new HashMap<>();
  private final Map<String, ArrayContext> nested = new HashMap<>();

  /** What strings of a path within objects of the array had. */
  DateContext strings(String path) {
    return strings.computeIfAbsent(path, p -> new DateContext());
  }

  /** What arrays of a path within objects of the array had. */
  ArrayContext nested(String path) {
    return nested.computeIfAbsent(path, p -> new ArrayContext());
  }

  /**
   * The type that an array gets here.
   *
   * @param own its type by itself
   * @param maybeDates whether it has strings that a lenient parser may take for dates
   */
  ElementType resolve(ElementType own, boolean maybeDates) {
    ElementType.Base innermost = innermost(own).base();
    ElementType type = own;
    if (innermost.isDate()) {
      type = resolveDates(own, innermost);
    } else if (maybeDates && innermost == ElementType.Base.STRING && hasDates(own)) {
      throw DateContext.refusal();
    }
    arrays.add(type);
    return type;
  }

  private ElementType resolveDates(ElementType own, ElementType.Base innermost) {
    ElementType dateTime = with(own, ElementType.Base.DATE_TIME);
    ElementType dateTime64 = with(own, ElementType.Base.DATE_TIME_64);
    if (arrays.contains(own)) {
      return own;
    }
    if (arrays.contains(dateTime)) {
      if (innermost == ElementType.Base.DATE_TIME_64) {
        throw DateContext.refusal();
      }
      return dateTime;
    }
    if (arrays.contains(dateTime64)) {
      return dateTime64;
    }
    if (arrays.contains(ElementType.DYNAMIC)) {
      throw DateContext.refusal();
    }
    ElementType string = with(own, ElementType.Base.STRING);
    ElementType nothing = with(own, ElementType.Base.NOTHING);
    return arrays.contains(string) || arrays.contains(nothing) ? string : own;
  }

  private boolean hasDates(ElementType own) {
    return arrays.contains(with(own, ElementType.Base.DATE))
        || arrays.contains(with(own, ElementType.Base.DATE_TIME))
        || arrays.contains(with(own, ElementType.Base.DATE_TIME_64));
  }

  private static ElementType innermost(ElementType type) {
    ElementType at = type;
    for (ElementType next = at.element(); next != null; next = at.element()) {
      at = next;
    }
    return at;
  }

  /** The same nesting around another base. */
  private static ElementType with(ElementType type, ElementType.Base base) {
    ElementType element = type.element();
    return element == null
        ? ElementType.of(base)
        : ElementType.arrayOf(with(element, base));
  }
}
