// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.TypeName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The names and numbers of an Enum column that ALTER changes. Stateless. */
public final class EnumElements {

  private EnumElements() {}

  /** Whether {@code to} is an Enum of the same width that has all names and numbers of another. */
  public static boolean areKept(Type from, Type to) {
    return from.isNullable() == to.isNullable()
        && from.base() instanceof EnumType before
        && to.base() instanceof EnumType after
        && before.bits() == after.bits()
        && after.names().entrySet().containsAll(before.names().entrySet());
  }

  /**
   * The Enum with more names. One without a number gets the next one behind the name before it, the
   * first one behind the largest number that there was.
   */
  public static EnumType extended(EnumType type, TypeName values) {
    List<TypeName.Argument> elements = values.arguments() == null ? List.of() : values.arguments();
    if (elements.isEmpty()) {
      throw new TwinhouseException(ErrorCode.EMPTY_DATA_PASSED, "Enum data type cannot be empty.");
    }
    Map<Integer, String> names = new TreeMap<>(type.names());
    int last = names.isEmpty() ? 0 : ((TreeMap<Integer, String>) names).lastKey();
    Set<String> said = new HashSet<>();
    for (TypeName.Argument element : elements) {
      if (!(element instanceof TypeName.Constant constant)
          || !(constant.value() instanceof Literal.Text text)) {
        throw unlike();
      }
      String name = text.value();
      last = constant.number() == null ? last + 1 : number(constant.number());
      if (!said.add(name)) {
        throw new TwinhouseException(
            ErrorCode.SYNTAX_ERROR, "Duplicate names in enum: '" + name + "'.");
      }
      put(type, names, name, last);
    }
    return new EnumType(type.bits(), names);
  }

  private static void put(EnumType type, Map<Integer, String> names, String name, int number) {
    int limit = 1 << (type.bits() - 1);
    if (number < -limit || number >= limit) {
      throw new TwinhouseException(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "Value " + number + " for element '" + name + "' exceeds range of Enum" + type.bits());
    }
    Integer old = type.numberOf(name);
    if (old != null && old != number) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Enum element '" + name + "' has old value " + old + ", but new value is " + number);
    }
    String other = names.putIfAbsent(number, name);
    if (other != null && !other.equals(name)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Enum value "
              + number
              + " already used by '"
              + other
              + "', cannot use it for '"
              + name
              + "'.");
    }
  }

  private static int number(Literal.Number number) {
    if (!number.isInteger() || number.integerValue().bitLength() > 31) {
      throw unlike();
    }
    return number.integerValue().intValue();
  }

  private static TwinhouseException unlike() {
    return new TwinhouseException(
        ErrorCode.UNEXPECTED_AST_STRUCTURE,
        "Elements of Enum data type must be of form: 'name' = number or 'name', where name is"
            + " string literal and number is an integer.");
  }
}
