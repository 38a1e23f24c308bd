// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.sort;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.json.DynamicTexts;
import io.twinhouse.engine.text.DynamicText;
import java.util.Arrays;

/**
 * How ClickHouse orders values of Dynamic and Variant: by the names of their types, values of one
 * type as that type does, and NULL where the key says. Safe for several threads.
 */
final class CarriedOrder {

  private static final String TEXT = "String";

  private final boolean descending;
  private final boolean nullsFirst;

  CarriedOrder(boolean descending, boolean nullsFirst) {
    this.descending = descending;
    this.nullsFirst = nullsFirst;
  }

  /** Compares two values in flight; negative when the first comes before the second. */
  int compare(byte[] a, byte[] b) {
    if (a.length == 0 || b.length == 0) {
      int order = Boolean.compare(a.length == 0, b.length == 0);
      return nullsFirst ? -order : order;
    }
    if (Arrays.equals(a, b)) {
      return 0;
    }
    int endA = DynamicText.typeEnd(a, 0);
    int endB = DynamicText.typeEnd(b, 0);
    int names = Arrays.compareUnsigned(a, 0, endA, b, 0, endB);
    if (names != 0) {
      return directed(names);
    }
    String name = DynamicText.type(a, 0);
    if (name.equals(TEXT)) {
      return directed(Arrays.compareUnsigned(a, endA + 1, a.length, b, endB + 1, b.length));
    }
    return compareValues(name, a, b, endA + 1);
  }

  private int compareValues(String name, byte[] a, byte[] b, int from) {
    if (name.contains("JSON")) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "The order of values of type " + name + " is not supported");
    }
    DynamicTexts values = new DynamicTexts(name);
    values.add(a, from, a.length);
    values.add(b, from, b.length);
    Column pair = values.build();
    return new ValueOrder(values.type(), descending, nullsFirst).compare(pair, 0, pair, 1);
  }

  private int directed(int order) {
    return descending ? -order : order;
  }

  /** The bytes of the name of a value's type; none of them for NULL. */
  static int nameEnd(byte[] data, int from, int to) {
    return from == to ? to : DynamicText.typeEnd(data, from);
  }
}
