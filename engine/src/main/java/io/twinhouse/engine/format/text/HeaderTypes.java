// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.TypeParser;

/** Types that data name for their columns. */
public final class HeaderTypes {

  private HeaderTypes() {}

  /** Whether a field names a type. */
  public static boolean isType(String text) {
    try {
      TypeParser.parse(text.replace("\\'", "'"));
      return true;
    } catch (TwinhouseException none) {
      return false;
    }
  }

  /**
   * @throws TwinhouseException INCORRECT_DATA when the data are of another type than the column
   */
  public static void check(Field field, String given) {
    String type = field.type().name();
    if (!type.equals(given) && !type.equals(given.replace("\\'", "'"))) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA,
          "Type of '" + field.name() + "' must be " + type + ", not " + given);
    }
  }
}
