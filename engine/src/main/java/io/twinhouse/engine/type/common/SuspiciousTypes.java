// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type.common;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import io.twinhouse.engine.type.VariantType;
import java.util.List;

/**
 * Types that the server takes for a mistake where a query or a table names them, unless a setting
 * says that they are meant.
 *
 * @param dictionaries whether LowCardinality may be of something else than texts and UUID
 * @param longTexts whether FixedString may be long
 */
public record SuspiciousTypes(boolean dictionaries, boolean longTexts) {

  /** The setting of {@link #dictionaries}. */
  public static final String DICTIONARIES = "allow_suspicious_low_cardinality_types";

  /** The setting of {@link #longTexts}. */
  public static final String LONG_TEXTS = "allow_suspicious_fixed_string_types";

  private static final int LONGEST_TEXT = 256;

  /**
   * Refuses a type that is or holds one of those.
   *
   * @throws TwinhouseException SUSPICIOUS_TYPE_FOR_LOW_CARDINALITY or ILLEGAL_COLUMN
   */
  public void refuse(Type type) {
    if (type instanceof LowCardinalityType encoded && !dictionaries) {
      requireText(encoded);
    }
    Type base = type.base();
    if (base instanceof FixedStringType text && text.length() > LONGEST_TEXT && !longTexts) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_COLUMN,
          "Cannot create column with type '"
              + text.name()
              + "' because fixed string with size > "
              + LONGEST_TEXT
              + " is suspicious. Set setting allow_suspicious_fixed_string_types = 1 in order to"
              + " allow it");
    }
    parts(base).forEach(this::refuse);
  }

  private static List<Type> parts(Type base) {
    if (base instanceof ArrayType array) {
      return List.of(array.element());
    }
    if (base instanceof MapType map) {
      return List.of(map.key(), map.value());
    }
    if (base instanceof TupleType tuple) {
      return tuple.elements();
    }
    if (base instanceof JsonType document) {
      return List.copyOf(document.declared().values());
    }
    return base instanceof VariantType variant ? variant.members() : List.of();
  }

  private static void requireText(LowCardinalityType encoded) {
    Type held = encoded.base();
    boolean fits =
        held instanceof StringType || held instanceof FixedStringType || held instanceof UuidType;
    if (!fits) {
      throw new TwinhouseException(
          ErrorCode.SUSPICIOUS_TYPE_FOR_LOW_CARDINALITY,
          "Creating columns of type "
              + encoded.name()
              + " is prohibited by default due to expected negative impact on performance. It can"
              + " be enabled with the `allow_suspicious_low_cardinality_types` setting");
    }
  }
}
