// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.type.StringType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conversions of texts that may be NULL: the server makes NULL of a text that is no value of the
 * type, where it refuses a text that may not be NULL.
 */
final class NullableTexts {

  private static final Set<String> READERS =
      Set.of(
          "toBFloat16",
          "toInt8",
          "toInt16",
          "toInt32",
          "toInt64",
          "toInt128",
          "toInt256",
          "toUInt8",
          "toUInt16",
          "toUInt32",
          "toUInt64",
          "toUInt128",
          "toUInt256",
          "toFloat32",
          "toFloat64",
          "toDecimal32",
          "toDecimal64",
          "toDecimal128",
          "toDecimal256",
          "toDate",
          "toDate32",
          "toTime",
          "toUUID",
          "toIPv4",
          "toIPv6");

  private NullableTexts() {}

  /** The function that reads such texts as {@code name} does, or null if it is not about them. */
  static @Nullable String reader(String name, List<Argument> arguments) {
    if (arguments.isEmpty()
        || !arguments.get(0).type().isNullable()
        || !(arguments.get(0).type().base() instanceof StringType)) {
      return null;
    }
    boolean ofType = READERS.contains(name) && (arguments.size() == 1 || name.contains("Decimal"));
    return ofType
        ? name + "OrNull"
        : name.equals("toDateTime") || name.equals("toDateTime32")
            ? "parseDateTimeBestEffortOrNull"
            : null;
  }
}
