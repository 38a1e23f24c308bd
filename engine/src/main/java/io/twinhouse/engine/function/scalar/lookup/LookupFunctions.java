// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lookup;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Binder;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.lookup.Lookup;
import io.twinhouse.engine.lookup.LookupDefinition;
import io.twinhouse.engine.lookup.LookupFinder;
import io.twinhouse.engine.lookup.LookupRows;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Attributes of dictionaries. */
public final class LookupFunctions {

  private static final List<String> TYPES =
      List.of(
          "UInt8",
          "UInt16",
          "UInt32",
          "UInt64",
          "Int8",
          "Int16",
          "Int32",
          "Int64",
          "Float32",
          "Float64",
          "Date",
          "DateTime",
          "UUID",
          "IPv4",
          "IPv6",
          "String");

  private LookupFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dictionaries");
    family.add("dictHas", LookupFunctions::has);
    family.add("dictGet", traits -> traits.ownNulls(), call -> get(call, Absent.DEFAULT));
    family.add("dictGetOrDefault", traits -> traits.ownNulls(), call -> get(call, Absent.ARGUMENT));
    family.add("dictGetOrNull", traits -> traits.ownNulls(), call -> get(call, Absent.NULL));
    for (String name : TYPES) {
      Type type = TypeParser.parse(name);
      family.add("dictGet" + name, typed(type, Absent.DEFAULT));
      family.add("dictGet" + name + "OrDefault", typed(type, Absent.ARGUMENT));
    }
    JoinFunctions.addTo(family);
    return family;
  }

  /** What a key has that is not there. */
  enum Absent {
    DEFAULT,
    ARGUMENT,
    NULL
  }

  private static BoundFunction has(CallSite call) {
    call.arity(2, 3);
    Lookup lookup = LookupCall.named(call);
    if (LookupCall.width(lookup) == 2) {
      requireArity(call, 3);
    }
    LookupCall at = new LookupCall(call, lookup, 1);
    return Bound.of(
        IntegerType.UINT8,
        invocation -> {
          LookupFinder finder = finder(invocation);
          int[] addresses = at.find(at.rows(), finder, invocation);
          long[] flags = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            flags[row] = addresses[row] == 0 ? 0 : 1;
          }
          return LongColumn.of(flags, invocation.rows(), null);
        });
  }

  private static LookupFinder finder(Invocation call) {
    return call.scratch().keep(LookupFinder.class, LookupFinder::new);
  }

  private static void requireArity(CallSite call, int count) {
    if (call.size() != count) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Number of arguments for function "
              + call.name()
              + " doesn't match: passed "
              + call.size()
              + ", should be "
              + count);
    }
  }

  private static Binder typed(Type type, Absent absent) {
    return call -> {
      BoundFunction bound = get(call, absent);
      if (!bound.returnType().equals(type)) {
        throw call.refuse(
            ErrorCode.TYPE_MISMATCH,
            "Dictionary attribute type does not match: function "
                + call.name()
                + " for "
                + bound.returnType().name());
      }
      return bound;
    };
  }

  private static BoundFunction get(CallSite call, Absent absent) {
    call.arity(3, 5);
    Lookup lookup = LookupCall.named(call);
    List<String> names = LookupCall.attributes(call);
    int width = LookupCall.width(lookup);
    requireArity(call, 2 + width + (absent == Absent.ARGUMENT ? 1 : 0));
    boolean single = names.size() == 1;
    int[] places = new int[names.size()];
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      places[i] = place(call, lookup.definition(), names.get(i));
      Type type = lookup.definition().attributes().get(places[i]).type();
      types.add(absent == Absent.NULL ? nullable(call, type) : type);
    }
    if (Set.copyOf(names).size() < places.length) {
      throw call.refuse(
          ErrorCode.DUPLICATE_COLUMN, "Names of tuple elements must be unique: " + names);
    }
    if (single && call.base(2) instanceof NothingType) {
      Type missing = nullable(call, types.get(0));
      return Bound.constant(missing, nothing(missing));
    }
    LookupCall at = new LookupCall(call, lookup, 2);
    Substitutes others =
        absent == Absent.ARGUMENT ? new Substitutes(call, 2 + width, types, single) : null;
    Kernel kernel =
        invocation -> {
          LookupRows rows = at.rows();
          LookupFinder finder = finder(invocation);
          int[] addresses = at.find(rows, finder, invocation);
          List<Column> values = new ArrayList<>();
          for (int i = 0; i < places.length; i++) {
            ColumnBuffer out = finder.buffer(i, types.get(i));
            if (others != null) {
              others.gather(invocation, i, rows, places[i], addresses, out);
            } else {
              gather(rows, places[i], addresses, invocation.rows(), absent == Absent.NULL, out);
            }
            values.add(out.column());
          }
          return single ? values.get(0) : TupleColumn.of(values, invocation.rows());
        };
    if (!call.type(2).isNullable()) {
      return Bound.of(single ? types.get(0) : TupleType.named(names, types), kernel);
    }
    if (!single) {
      throw call.refuse(
          ErrorCode.UNSUPPORTED_METHOD,
          "Function " + call.name() + " support nullable key only for single dictionary attribute");
    }
    return Bound.of(
        nullable(call, types.get(0)),
        invocation ->
            masked(kernel.evaluate(invocation), invocation.argument(2), absent == Absent.NULL));
  }

  private static Column nothing(Type type) {
    ColumnBuilder builder = ColumnBuilder.of(type);
    builder.appendNull();
    return builder.build();
  }

  private static int place(CallSite call, LookupDefinition definition, String name) {
    int place = definition.attribute(name);
    if (place < 0) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Dictionary attribute '" + name + "' does not exist in " + definition.name());
    }
    return place;
  }

  private static Type nullable(CallSite call, Type type) {
    if (type.lane() == Lane.ARRAY || type.lane() == Lane.TUPLE) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Nested type " + type.name() + " cannot be inside Nullable type");
    }
    return type.toNullable();
  }

  /** The values, NULL where the key is. */
  private static Column masked(Column values, Column keys, boolean refused) {
    if (!keys.hasNulls()) {
      return values;
    }
    if (refused) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN,
          "Cannot convert NULL value to non-Nullable type");
    }
    boolean[] nulls = new boolean[values.size()];
    for (int row = 0; row < nulls.length; row++) {
      nulls[row] = keys.isNull(row) || values.isNull(row);
    }
    return values.withNulls(nulls);
  }

  /**
   * Appends an attribute of rows.
   *
   * @param orNull whether those that are not there are NULL
   */
  static void gather(
      LookupRows rows, int place, int[] addresses, int count, boolean orNull, ColumnBuffer out) {
    int row = 0;
    while (row < count) {
      int start = row;
      boolean missing = orNull && addresses[row] == 0;
      while (row < count && missing == (orNull && addresses[row] == 0)) {
        row++;
      }
      if (missing) {
        out.appendNulls(row - start);
      } else {
        rows.gather(place, addresses, start, row - start, out);
      }
    }
  }
}
