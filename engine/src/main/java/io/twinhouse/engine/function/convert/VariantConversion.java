// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.VariantType;
import java.time.ZoneId;

/** To Variant: values of its members, texts that are parsed as such, and other Variants. */
final class VariantConversion {

  private VariantConversion() {}

  /**
   * @param parses whether a text may be a value of other members than String
   */
  static Conversion to(Type from, VariantType to, ZoneId zone, boolean parses) {
    if (from.base() instanceof NothingType) {
      return source -> NullConversion.defaults(to, source.size());
    }
    if (from instanceof VariantType variant) {
      return ofVariant(variant, to);
    }
    if (from.carriesType()) {
      throw Conversions.unknown(from, to);
    }
    Type member = to.member(from.withoutNullable().name()).orElse(null);
    boolean text = from.base() instanceof StringType || from.base() instanceof FixedStringType;
    if (text && parses && (member == null || to.members().size() > 1)) {
      return source -> parsed(source, to, zone);
    }
    if (member == null) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_CONVERT_TYPE,
          "Cannot convert type "
              + from.name()
              + " to "
              + to.name()
              + ". Conversion to Variant allowed only for types from this Variant");
    }
    DynamicText.Writer.require(member);
    return source -> DynamicConversion.written(source, new DynamicText.Writer(member));
  }

  private static Column parsed(Column source, VariantType to, ZoneId zone) {
    Column read = Conversions.parse(source.withNulls(null), to, ReadOptions.lenient(zone));
    boolean[] nulls = source.nulls();
    if (nulls == null) {
      return read;
    }
    BytesColumn values = (BytesColumn) read.flatten();
    BytesBuffer out = new BytesBuffer(values.size());
    for (int row = 0; row < values.size(); row++) {
      out.append(values.data(), values.offsets()[row], nulls[row] ? 0 : values.length(row));
    }
    return out.toColumn(null);
  }

  private static Conversion ofVariant(VariantType from, VariantType to) {
    if (to.members().containsAll(from.members())) {
      return Conversion.NONE;
    }
    throw new TwinhouseException(
        ErrorCode.CANNOT_CONVERT_TYPE,
        "Cannot convert type "
            + from.name()
            + " to "
            + to.name()
            + ". Conversion between Variant types is allowed only when new Variant type is an"
            + " extension of an initial one");
  }
}
