// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/**
 * What a type calls its default: NULL, 0, the empty string, the least element of an enum. A builder
 * appends the default of the column instead, which is 0 whether an enum has such an element or not.
 */
public final class DefaultValues {

  private DefaultValues() {}

  /** The default of {@code type} as a column of one row. */
  public static Column of(Type type) {
    if (!type.isNullable() && type.base() instanceof EnumType names) {
      return LongColumn.of((long) names.names().keySet().iterator().next());
    }
    if (type.base() instanceof TupleType tuple && !tuple.elements().isEmpty()) {
      List<Column> elements = tuple.elements().stream().map(DefaultValues::of).toList();
      return TupleColumn.of(elements, 1);
    }
    ColumnBuilder builder = ColumnBuilder.of(type);
    builder.appendAbsent(type);
    return builder.build();
  }
}
