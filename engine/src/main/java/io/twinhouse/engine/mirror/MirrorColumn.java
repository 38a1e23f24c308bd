// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.mirror;

import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A column of a mirrored table.
 *
 * @param type in the house
 */
public record MirrorColumn(String name, Type type, ColumnForm form) {

  private static final String EMPTY = "{}";

  /** A column whose form its type tells. */
  static MirrorColumn of(String name, Type type) {
    ColumnForm form =
        type.base() instanceof IntegerType
            ? ColumnForm.NUMBER
            : type.base() instanceof DateTime64Type ? ColumnForm.MOMENT : ColumnForm.TEXT;
    return new MirrorColumn(name, type, form);
  }

  /** The value as the house is given it; null where it has none that the column takes. */
  @Nullable Object written(@Nullable Object value) {
    return value == null && form == ColumnForm.JSON && !type.isNullable()
        ? EMPTY
        : form.written(name, value);
  }

  /** The value as one text, the same for the same value of either side. */
  String compared(@Nullable Object value) {
    if (value == null) {
      return form == ColumnForm.JSON ? EMPTY : "NULL";
    }
    return form.compared(value);
  }

  /**
   * What stands in this column of a tombstone: NULL where it may, never in a column that takes
   * none.
   */
  @Nullable Object buried(Instant deletedAt) {
    if (type.isNullable()) {
      return null;
    }
    if (type.base() instanceof DateTime64Type) {
      return deletedAt;
    }
    if (type.base() instanceof UuidType) {
      return new UUID(0, 0);
    }
    return form == ColumnForm.JSON ? EMPTY : form == ColumnForm.TEXT ? "" : (Object) 0;
  }
}
