// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.predicate;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A text that a time is compared with, {@code event_at >= '2026-02-01'}: the comparison reads it as
 * a value of the column's type, and so may pruning.
 */
final class WrittenTime {

  private WrittenTime() {}

  /** The value of the column's type; null for anything else, or where the session's zone counts. */
  static @Nullable Column of(Type column, Expression.Constant constant) {
    ZoneId zone = zone(column);
    if (zone == null || !(constant.type() instanceof StringType)) {
      return null;
    }
    try {
      BytesColumn text = (BytesColumn) constant.value().flatten();
      return Conversions.of(StringType.INSTANCE, column, zone).convert(text);
    } catch (TwinhouseException unreadable) {
      return null; // the comparison says so, if it comes to that
    }
  }

  private static @Nullable ZoneId zone(Type column) {
    if (column instanceof DateType) {
      return ZoneOffset.UTC; // a day is a day in any zone
    }
    String name =
        column instanceof DateTime64Type fine
            ? fine.zone()
            : column instanceof DateTimeType time ? time.zone() : null;
    return name == null ? null : ZoneId.of(name);
  }
}
