// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;

/** Chooses the codec of a type. */
final class BsonCodecs {

  private BsonCodecs() {}

  static BsonCodec of(Type wrapped, FormatSettings settings) {
    Type type = wrapped.base();
    return switch (type.lane()) {
      case LONG -> {
        boolean clock = type instanceof TimeType || type instanceof Time64Type;
        if (clock || type instanceof IntervalType) {
          throw unsupported(type);
        }
        yield new BsonScalars.OfNumber(type);
      }
      case DOUBLE -> {
        if (type instanceof FloatType.Brain) {
          throw unsupported(type);
        }
        yield new BsonScalars.OfFloat(type);
      }
      case BYTES -> {
        if (!(type instanceof StringType || type instanceof FixedStringType)) {
          throw unsupported(type);
        }
        boolean asString = settings.flag("output_format_bson_string_as_string", false);
        yield new BsonScalars.OfText(type, asString);
      }
      case WIDE -> new BsonScalars.OfWords(type);
      case ARRAY ->
          type instanceof MapType map
              ? new BsonContainers.OfMap(map, of(map.value(), settings), settings)
              : array((ArrayType) type, settings);
      case TUPLE -> {
        TupleType tuple = (TupleType) type;
        yield new BsonContainers.OfTuple(
            tuple, tuple.elements().stream().map(element -> of(element, settings)).toList());
      }
    };
  }

  private static BsonCodec array(ArrayType type, FormatSettings settings) {
    return new BsonContainers.OfArray(type, of(type.element(), settings));
  }

  private static TwinhouseException unsupported(Type type) {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_COLUMN,
        "Type " + type.name() + " is not supported in BSON output format");
  }
}
