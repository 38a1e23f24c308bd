// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;

/**
 * What may be chosen of the types that columns become.
 *
 * @param textAsBinary String as Binary in place of Utf8
 * @param fixedTextAsBinary FixedString as Binary of any length
 * @param daysAsNumbers Date as a 16-bit number in place of DATE32
 * @param plainUuid UUID without the mark of Arrow's extension type
 * @param parquetMark UUID with Parquet's mark beside that of Arrow, as the server's older writer
 *     has it
 */
public record ArrowOptions(
    boolean textAsBinary,
    boolean fixedTextAsBinary,
    boolean daysAsNumbers,
    boolean plainUuid,
    boolean parquetMark) {

  public static final ArrowOptions DEFAULT = of(FormatSettings.DEFAULT);

  /**
   * As {@code output_format_arrow_*} say.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED for dictionaries
   */
  public static ArrowOptions of(FormatSettings settings) {
    if (settings.flag("output_format_arrow_low_cardinality_as_dictionary", false)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Arrow dictionaries are not written here; leave"
              + " output_format_arrow_low_cardinality_as_dictionary at 0");
    }
    return new ArrowOptions(
        !settings.flag("output_format_arrow_string_as_string", true),
        !settings.flag("output_format_arrow_fixed_string_as_fixed_byte_array", true),
        settings.flag("output_format_arrow_date_as_uint16", false),
        settings.flag("output_format_arrow_uuid_as_fixed_byte_array", false),
        !settings.flag("output_format_arrow_use_native_writer", true));
  }
}
