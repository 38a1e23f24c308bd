// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.contract;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of a lane as an object with equality: Long, Double, String (each char one byte), {@link
 * Words}, List for an array, {@link Tuple}; null for NULL.
 */
public final class LaneValues {
  private LaneValues() {}

  /** A value of the WIDE lane, least significant word first. */
  public record Words(List<Long> words) {}

  /** A value of the TUPLE lane. */
  public record Tuple(List<@Nullable Object> elements) {}

  /** The value of a row, whatever the column's encoding. */
  public static @Nullable Object get(Column encoded, int row) {
    if (encoded.isNull(row)) {
      return null;
    }
    Column column = encoded.gather(new int[] {row}, 1).flatten();
    if (column instanceof LongColumn whole) {
      return whole.values()[0];
    } else if (column instanceof DoubleColumn real) {
      return real.values()[0];
    } else if (column instanceof BytesColumn bytes) {
      return new String(bytes.bytes(0), StandardCharsets.ISO_8859_1);
    } else if (column instanceof WideColumn wide) {
      List<Long> words = new ArrayList<>();
      for (int i = 0; i < wide.words(); i++) {
        words.add(wide.values()[i]);
      }
      return new Words(words);
    } else if (column instanceof ArrayColumn array) {
      List<@Nullable Object> elements = new ArrayList<>();
      for (int e = array.offsets()[0]; e < array.offsets()[1]; e++) {
        elements.add(get(array.elements(), e));
      }
      return elements;
    }
    List<@Nullable Object> elements = new ArrayList<>();
    for (Column element : ((TupleColumn) column).elements()) {
      elements.add(get(element, 0));
    }
    return new Tuple(elements);
  }

  /** Appends what {@link #get} would return; an Integer is taken as a Long. */
  public static void append(ColumnBuilder builder, @Nullable Object value) {
    if (value == null) {
      builder.appendNull();
    } else if (value instanceof Double real) {
      builder.appendDouble(real);
    } else if (value instanceof Number whole) {
      builder.appendLong(whole.longValue());
    } else if (value instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      builder.appendBytes(bytes, 0, bytes.length);
    } else if (value instanceof Words wide) {
      builder.appendWide(wide.words().stream().mapToLong(Long::longValue).toArray(), 0);
    } else if (value instanceof List<?> elements) {
      elements.forEach(element -> append(builder.elements(), element));
      builder.endRow();
    } else if (value instanceof Tuple tuple) {
      for (int i = 0; i < tuple.elements().size(); i++) {
        append(builder.element(i), tuple.elements().get(i));
      }
      builder.endRow();
    } else {
      throw new IllegalArgumentException("no lane holds a " + value.getClass());
    }
  }
}
