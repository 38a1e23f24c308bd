// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.time.ZoneId;
import java.util.List;

/** Chooses how elements become values of a type. */
final class JsonValues {

  private JsonValues() {}

  static JsonValue of(Type type, ZoneId zone) {
    JsonValue value = ofBase(type.base(), zone);
    if (!type.isNullable()) {
      return value;
    }
    return (in, out) -> {
      if (in.peek() == 'n') {
        JsonDocument.skip(in);
        out.appendNull();
        return true;
      }
      return value.take(in, out);
    };
  }

  /** Refuses a type that no element can be taken as. */
  static void check(Type type) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      check(array.element());
    } else if (base instanceof MapType map && map.key().base() instanceof StringType) {
      check(map.value());
    } else if (base instanceof TupleType tuple) {
      tuple.elements().forEach(JsonValues::check);
    } else if (!isScalar(base)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "JSONExtract of " + base.name() + " is not implemented");
    }
  }

  private static boolean isScalar(Type base) {
    return base instanceof IntegerType
        || base instanceof FloatType
        || base instanceof BoolType
        || base instanceof StringType
        || base instanceof FixedStringType
        || base instanceof EnumType
        || isWritten(base);
  }

  private static JsonValue ofBase(Type base, ZoneId zone) {
    if (base instanceof IntegerType integer) {
      return JsonScalars.integer(integer, true);
    }
    if (base instanceof FloatType floating) {
      return JsonScalars.floating(floating, true);
    }
    if (base instanceof BoolType) {
      return JsonScalars.bool(true);
    }
    if (base instanceof StringType) {
      return JsonScalars.text();
    }
    if (base instanceof FixedStringType fixed) {
      return JsonScalars.fixedText(fixed);
    }
    if (base instanceof EnumType names) {
      return JsonScalars.enumeration(names);
    }
    if (isWritten(base)) {
      return JsonScalars.written(base, zone);
    }
    return container(base, zone);
  }

  private static boolean isWritten(Type base) {
    return base instanceof DateType
        || base instanceof DateTimeType
        || base instanceof DateTime64Type
        || base instanceof DecimalType
        || base instanceof UuidType
        || base instanceof IpType;
  }

  private static JsonValue container(Type base, ZoneId zone) {
    if (base instanceof ArrayType array) {
      return array(array.element(), of(array.element(), zone));
    }
    if (base instanceof MapType map && map.key().base() instanceof StringType) {
      return map(map.value(), of(map.value(), zone));
    }
    if (base instanceof TupleType tuple) {
      return tuple(tuple, tuple.elements().stream().map(e -> of(e, zone)).toList());
    }
    throw new IllegalArgumentException("no elements are taken as " + base.name());
  }

  private static JsonValue array(Type type, JsonValue element) {
    return (in, out) -> {
      if (in.peek() != '[') {
        JsonDocument.skip(in);
        return false;
      }
      ColumnBuilder values = ColumnBuilder.of(type);
      boolean any = takeElements(in, type, element, values);
      if (!any) {
        return false;
      }
      Column column = values.build();
      for (int i = 0; i < column.size(); i++) {
        out.elements().append(column, i);
      }
      out.endRow();
      return true;
    };
  }

  /** Whether at least one element was a value, or there is none at all. */
  private static boolean takeElements(
      TextInput in, Type type, JsonValue element, ColumnBuilder values) {
    JsonDocument.enter(in);
    boolean any = in.peek() == ']';
    while (in.peek() != ']') {
      if (element.take(in, values)) {
        any = true;
      } else {
        appendNothing(type, values);
      }
      JsonDocument.pass(in, ',');
    }
    in.advance(1);
    return any;
  }

  static void appendNothing(Type type, ColumnBuilder out) {
    if (type.isNullable()) {
      out.appendNull();
    } else {
      out.appendDefault();
    }
  }

  private static JsonValue map(Type type, JsonValue value) {
    TextOutput key = new TextOutput();
    return (in, out) -> {
      if (in.peek() != '{') {
        JsonDocument.skip(in);
        return false;
      }
      JsonDocument.enter(in);
      ColumnBuilder entries = out.elements();
      while (in.peek() != '}') {
        JsonText.readString(in, key);
        JsonDocument.pass(in, ':');
        entries.element(0).appendBytes(key.data(), 0, key.length());
        if (!value.take(in, entries.element(1))) {
          appendNothing(type, entries.element(1));
        }
        entries.endRow();
        JsonDocument.pass(in, ',');
      }
      in.advance(1);
      out.endRow();
      return true;
    };
  }

  private static JsonValue tuple(TupleType type, List<JsonValue> elements) {
    return (in, out) -> {
      boolean object = in.peek() == '{';
      if (!object && in.peek() != '[') {
        JsonDocument.skip(in);
        return false;
      }
      ColumnBuilder[] values =
          type.elements().stream().map(ColumnBuilder::of).toArray(ColumnBuilder[]::new);
      JsonDocument.enter(in);
      TextOutput key = new TextOutput();
      boolean byName = object && !type.names().isEmpty();
      for (int i = 0; in.peek() != '}' && in.peek() != ']'; i++) {
        int place = i;
        if (object) {
          JsonText.readString(in, key);
          JsonDocument.pass(in, ':');
          place = byName ? type.names().indexOf(key.toString()) : i;
        }
        boolean wanted = place >= 0 && place < values.length && values[place].size() == 0;
        if (wanted) {
          elements.get(place).take(in, values[place]);
        } else {
          JsonDocument.skip(in);
        }
        JsonDocument.pass(in, ',');
      }
      in.advance(1);
      return finish(type, values, out);
    };
  }

  private static boolean finish(TupleType type, ColumnBuilder[] values, ColumnBuilder out) {
    boolean any = false;
    for (ColumnBuilder value : values) {
      any |= value.size() > 0;
    }
    if (!any) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i].size() == 0) {
        appendNothing(type.elements().get(i), values[i]);
      }
      out.element(i).append(values[i].build(), 0);
    }
    out.endRow();
    return true;
  }
}
