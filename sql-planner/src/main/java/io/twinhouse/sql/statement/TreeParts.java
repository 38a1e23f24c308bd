// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import java.lang.reflect.RecordComponent;
import java.util.function.Consumer;
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

  private static @Nullable Object valueOf(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
