// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;

/** Chooses the codec of a type. */
final class MsgPackCodecs {

  private MsgPackCodecs() {}

  static MsgPackCodec of(Type wrapped, FormatSettings settings) {
    Type type = wrapped.base();
    if (type instanceof NothingType) {
      return new MsgPackScalars.OfNothing(type);
    }
    if (type instanceof UuidType) {
      return new MsgPackScalars.OfUuid(uuidForm(settings));
    }
    return switch (type.lane()) {
      case LONG -> {
        boolean clock = type instanceof TimeType || type instanceof Time64Type;
        if (clock || type instanceof IntervalType) {
          throw unsupported(type);
        }
        yield new MsgPackScalars.OfInteger(type);
      }
      case DOUBLE -> {
        if (type instanceof FloatType.Brain) {
          throw unsupported(type);
        }
        yield new MsgPackScalars.OfFloat(type);
      }
      case BYTES -> {
        if (!(type instanceof StringType || type instanceof FixedStringType)) {
          throw unsupported(type);
        }
        yield new MsgPackScalars.OfText(type);
      }
      case WIDE -> new MsgPackScalars.OfWords(type, type instanceof IpType);
      case ARRAY -> {
        if (type instanceof MapType map) {
          yield new MsgPackContainers.OfMap(
              map, of(map.key(), settings), of(map.value(), settings));
        }
        Type element = ((ArrayType) type).element();
        yield new MsgPackContainers.OfArray(type, element, of(element, settings));
      }
      case TUPLE -> {
        TupleType tuple = (TupleType) type;
        yield new MsgPackContainers.OfTuple(
            tuple, tuple.elements().stream().map(element -> of(element, settings)).toList());
      }
    };
  }

  private static MsgPackScalars.UuidForm uuidForm(FormatSettings settings) {
    return switch (settings.text("output_format_msgpack_uuid_representation", "ext")) {
      case "bin" -> MsgPackScalars.UuidForm.BINARY;
      case "str" -> MsgPackScalars.UuidForm.TEXT;
      default -> MsgPackScalars.UuidForm.EXTENSION;
    };
  }

  private static TwinhouseException unsupported(Type type) {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_COLUMN,
        "Type " + type.name() + " is not supported for MsgPack output format");
  }
}
