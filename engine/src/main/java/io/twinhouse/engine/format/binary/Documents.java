// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.json.column.ReceivedValues;

/** The form that values of type JSON have in binary data. */
enum Documents {
  /** One text. */
  TEXT,
  /** Each path with the type of its value. */
  TYPED,
  /** As TYPED, within arrays whose elements have no type in common: limits are not shared there. */
  LOOSE,
  /** None: the rows at hand are shown ones, which do not tell the types. */
  REFUSED;

  /** Whether results of this schema hold any. */
  static boolean in(Schema schema) {
    return schema.types().stream().anyMatch(ReceivedValues::concern);
  }

  static Documents read(FormatSettings settings) {
    return settings.flag("input_format_binary_read_json_as_string", false) ? TEXT : TYPED;
  }

  /**
   * @param typed whether rows are as they are in flight
   */
  static Documents written(FormatSettings settings, boolean typed) {
    if (settings.flag("output_format_binary_write_json_as_string", false)) {
      return TEXT;
    }
    return typed ? TYPED : REFUSED;
  }

  /** As {@link #written}, for Native. */
  static Documents ofNative(FormatSettings settings, boolean typed) {
    boolean text = settings.flag("output_format_native_write_json_as_string", false);
    return text ? TEXT : written(settings, typed);
  }
}
