// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.function.UnaryOperator;

/** The fields of a batch, in order. Names may repeat, as they may in a query's result. */
public record Schema(List<Field> fields) {

  public Schema {
    fields = List.copyOf(fields);
  }

  public static Schema of(Field... fields) {
    return new Schema(List.of(fields));
  }

  public int size() {
    return fields.size();
  }

  /** Columns of the same names whose types are what {@code types} makes of these. */
  public Schema ofTypes(UnaryOperator<Type> types) {
    return new Schema(
        fields.stream().map(f -> new Field(f.name(), types.apply(f.type()))).toList());
  }

  public Field field(int index) {
    return fields.get(index);
  }

  public Type type(int index) {
    return fields.get(index).type();
  }

  public List<Type> types() {
    return fields.stream().map(Field::type).toList();
  }

  public List<String> names() {
    return fields.stream().map(Field::name).toList();
  }

  /**
   * Position of the column called {@code name}, whatever the case of its letters of ASCII if none
   * is spelt so, or -1.
   *
   * @throws TwinhouseException INCORRECT_DATA where several differ from it by case alone
   */
  public int find(String name) {
    int exact = indexOf(name);
    if (exact >= 0) {
      return exact;
    }
    int found = -1;
    for (int i = 0; i < size(); i++) {
      if (isAlike(field(i).name(), name)) {
        if (found >= 0) {
          throw new TwinhouseException(
              ErrorCode.INCORRECT_DATA, "Ambiguous field (`" + name + "`) when processing data");
        }
        found = i;
      }
    }
    return found;
  }

  private static boolean isAlike(String one, String other) {
    boolean alike = one.length() == other.length();
    for (int i = 0; alike && i < one.length(); i++) {
      alike = lower(one.charAt(i)) == lower(other.charAt(i));
    }
    return alike;
  }

  private static char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? (char) (letter + 'a' - 'A') : letter;
  }

  /** Position of the first field called {@code name}, or -1. */
  public int indexOf(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
