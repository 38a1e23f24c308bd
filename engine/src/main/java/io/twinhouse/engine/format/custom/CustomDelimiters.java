// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.custom;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.text.TextStyle;

/** The settings format_custom_*. */
record CustomDelimiters(
    String field,
    String rowBefore,
    String rowAfter,
    String rowBetween,
    String resultBefore,
    String resultAfter) {

  private static final String PREFIX = "format_custom_";

  static CustomDelimiters of(FormatSettings settings) {
    return new CustomDelimiters(
        settings.text(PREFIX + "field_delimiter", "\t"),
        settings.text(PREFIX + "row_before_delimiter", ""),
        settings.text(PREFIX + "row_after_delimiter", "\n"),
        settings.text(PREFIX + "row_between_delimiter", ""),
        settings.text(PREFIX + "result_before_delimiter", ""),
        settings.text(PREFIX + "result_after_delimiter", ""));
  }

  /**
   * How values are written between delimiters.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED for XML
   */
  static TextStyle style(FormatSettings settings) {
    return style(PREFIX + "escaping_rule", "Escaped", settings);
  }

  /** The same for another setting of this kind. */
  static TextStyle style(String setting, String unset, FormatSettings settings) {
    String rule = settings.text(setting, unset);
    if (rule.equals("XML")) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Setting '" + setting + "' knows Escaped, Quoted, CSV, JSON and Raw here, not XML");
    }
    return style(rule);
  }

  /**
   * By the name of an escaping rule.
   *
   * @throws TwinhouseException BAD_ARGUMENTS
   */
  static TextStyle style(String rule) {
    return switch (rule) {
      case "Escaped" -> TextStyle.ESCAPED;
      case "Quoted" -> TextStyle.QUOTED;
      case "CSV" -> TextStyle.CSV;
      case "JSON" -> TextStyle.JSON;
      case "Raw" -> TextStyle.RAW;
      default ->
          throw new TwinhouseException(
              ErrorCode.BAD_ARGUMENTS, "Unknown escaping rule \"" + rule + "\"");
    };
  }

  /**
   * Checks that fields can be told from what stands behind them.
   *
   * @throws TwinhouseException BAD_ARGUMENTS
   */
  void checkFor(TextStyle style) {
    boolean toldByTabs = style == TextStyle.ESCAPED || style == TextStyle.RAW;
    if (field.isEmpty() || (toldByTabs && !(isLineMark(field) && isLineMark(rowAfter)))) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "This escaping rule requires delimiters after fields that start with '\\t' or '\\n'");
    }
  }

  private static boolean isLineMark(String delimiter) {
    return delimiter.startsWith("\t") || delimiter.startsWith("\n");
  }
}
