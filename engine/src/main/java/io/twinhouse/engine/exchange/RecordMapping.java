// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exchange;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds records of one type from rows of one schema. */
final class RecordMapping<R extends Record> {

  private final Schema schema;
  private final RecordComponent[] components;
  private final int[] columns;
  private final Constructor<R> constructor;

  RecordMapping(Class<R> type, Schema schema) {
    this.schema = schema;
    components = type.getRecordComponents();
    columns = Arrays.stream(components).mapToInt(part -> column(part.getName())).toArray();
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
    } catch (NoSuchMethodException none) {
      throw new IllegalStateException("every record has its canonical constructor", none);
    }
  }

  private int column(String component) {
    int index = schema.indexOf(component);
    if (index < 0) {
      index = schema.indexOf(snakeCase(component));
    }
    if (index < 0) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "There is no column for the component "
              + component
              + "; the answer has "
              + String.join(", ", schema.names()));
    }
    return index;
  }

  /** {@code first_seen} of {@code firstSeen}. */
  static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  R read(Batch batch, int row) {
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      int column = columns[i];
      Object value = JavaValues.get(schema.type(column), batch.column(column), row);
      values[i] = FittedValue.of(value, components[i].getType(), schema.names().get(column));
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException thrown) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "The record "
              + constructor.getDeclaringClass().getName()
              + " does not take the row "
              + Arrays.toString(values)
              + ": "
              + thrown.getCause(),
          thrown);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(
          "a record's constructor has been made accessible", impossible);
    }
  }
}
