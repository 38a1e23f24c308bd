// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import java.lang.reflect.RecordComponent;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Every part of a statement's tree: all are records, so that no clause can be forgotten. */
public final class TreeParts {

  private TreeParts() {}

  /** Hands over {@code part} and everything within it, outside first. */
  public static void visit(@Nullable Object part, Consumer<Object> visitor) {
    if (part instanceof Iterable<?> many) {
      many.forEach(one -> visit(one, visitor));
      return;
    }
    if (part == null) {
      return;
    }
    visitor.accept(part);
    if (part instanceof Record record) {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        if (!component.getType().isPrimitive()) {
          visit(valueOf(component, record), visitor);
        }
      }
    }
  }

  /** The record {@code part} with {@code change} made to each of its components, lists included. */
  public static Object rebuild(Record part, UnaryOperator<@Nullable Object> change) {
    RecordComponent[] components = part.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    boolean same = true;
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      Object value = valueOf(components[i], part);
      values[i] = types[i].isPrimitive() ? value : change.apply(value);
      same &= values[i] == value || types[i].isPrimitive();
    }
    if (same) {
      return part;
    }
    try {
      return part.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static @Nullable Object valueOf(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
