// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.ValueWidth;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** How large values are, and hardware addresses. */
public final class Measures {

  private static final HexFormat UPPER = HexFormat.of().withUpperCase();

  private Measures() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Other");
    family.add("countDigits", Measures::countDigits);
    family.add("isDecimalOverflow", Measures::isDecimalOverflow);
    family.add("byteSize", t -> t.ownNulls().ownLowCardinality().notFolded(), Measures::byteSize);
    family.add("getSizeOfEnumType", t -> t.ownNulls(), Measures::sizeOfEnum);
    family.add("toStringCutToZero", Measures::cutToZero);
    family.add("MACNumToString", Measures::macToText);
    family.add("MACStringToNum", call -> macToNumber(call, 6));
    family.add("MACStringToOUI", call -> macToNumber(call, 3));
    return family;
  }

  private static void wholeOrDecimal(CallSite call) {
    if (!(call.base(0) instanceof IntegerType) && !(call.base(0) instanceof DecimalType)) {
      throw call.illegal(0);
    }
  }

  private static BoundFunction countDigits(CallSite call) {
    wholeOrDecimal(call.arity(1));
    Type type = call.base(0);
    return Bound.total(
        IntegerType.UINT8,
        RowKernels.longs(
            invocation -> {
              BigLane lane = BigLane.of(type, invocation.argument(0));
              return row -> digits(lane.at(row));
            }));
  }

  private static long digits(BigInteger value) {
    return value.abs().toString().length();
  }

  private static BoundFunction isDecimalOverflow(CallSite call) {
    call.arity(1, 2);
    if (!(call.base(0) instanceof DecimalType decimal)) {
      throw call.illegal(0);
    }
    if (call.size() == 2 && !call.base(1).equals(IntegerType.UINT8)) {
      throw call.illegal(1);
    }
    long precision = call.size() == 2 ? call.constantLong(1) : decimal.precision();
    if (precision < 1 || precision > decimal.precision()) {
      throw call.notImplemented("a precision of " + precision);
    }
    return Bound.total(
        IntegerType.UINT8,
        RowKernels.longs(
            invocation -> {
              BigLane lane = BigLane.of(decimal, invocation.argument(0));
              return row -> digits(lane.at(row)) > precision ? 1 : 0;
            }));
  }

  /** Bytes that one row takes. */
  private interface Size {
    long of(Column column, int row);
  }

  private static BoundFunction byteSize(CallSite call) {
    Size[] sizes = new Size[call.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = size(call, call.type(i));
    }
    return Bound.total(
        IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              Column[] columns = new Column[sizes.length];
              for (int i = 0; i < sizes.length; i++) {
                columns[i] = invocation.flat(i);
              }
              return row -> {
                long total = 0;
                for (int i = 0; i < columns.length; i++) {
                  total += sizes[i].of(columns[i], row);
                }
                return total;
              };
            }));
  }

  private static Size size(CallSite call, Type type) {
    if (type instanceof LowCardinalityType || type instanceof NothingType) {
      throw call.notImplemented(type.name());
    }
    if (type.isNullable()) {
      if (type.base() instanceof NothingType) {
        return (column, row) -> 1;
      }
      long fixed = ValueWidth.of(type.base());
      if (fixed < 0) {
        throw call.notImplemented(type.name());
      }
      return (column, row) -> 1 + fixed;
    }
    if (type instanceof StringType) {
      return (column, row) -> 8L + ((BytesColumn) column).length(row);
    }
    if (type instanceof TupleType tuple) {
      return ofTuple(tuple.elements().stream().map(t -> size(call, t)).toArray(Size[]::new));
    }
    if (type instanceof MapType map) {
      return ofArray(size(call, map.entry()));
    }
    if (type instanceof ArrayType array) {
      return ofArray(size(call, array.element()));
    }
    boolean wide = type instanceof IntervalType || type instanceof Time64Type;
    long fixed = wide ? 8 : type instanceof TimeType ? 4 : ValueWidth.of(type);
    if (fixed < 0) {
      throw call.notImplemented(type.name());
    }
    return (column, row) -> fixed;
  }

  private static Size ofTuple(Size[] elements) {
    return (column, row) -> {
      long total = 0;
      for (int i = 0; i < elements.length; i++) {
        total += elements[i].of(((TupleColumn) column).elements().get(i), row);
      }
      return total;
    };
  }

  private static Size ofArray(Size element) {
    return (column, row) -> {
      ArrayColumn array = (ArrayColumn) column;
      Column elements = array.elements().flatten();
      long total = 8;
      for (int e = array.offsets()[row]; e < array.offsets()[row + 1]; e++) {
        total += element.of(elements, e);
      }
      return total;
    };
  }

  private static BoundFunction sizeOfEnum(CallSite call) {
    if (!(call.arity(1).base(0) instanceof EnumType names)) {
      throw call.illegal(0);
    }
    IntegerType type = new IntegerType(names.name().startsWith("Enum8") ? 8 : 16, false);
    return Bound.constant(type, LongColumn.of(names.names().size()));
  }

  private static BoundFunction cutToZero(CallSite call) {
    call.arity(1).text(0);
    return Bound.total(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              BytesLane lane = BytesLane.of(invocation.argument(0));
              return (row, out) -> {
                int end = lane.start(row);
                while (end < lane.end(row) && lane.data()[end] != 0) {
                  end++;
                }
                out.write(lane.data(), lane.start(row), end - lane.start(row));
              };
            }));
  }

  private static BoundFunction macToText(CallSite call) {
    call.arity(1);
    if (!call.base(0).equals(IntegerType.UINT64)) {
      throw call.base(0) instanceof IntegerType && call.base(0).lane() == Lane.LONG
          ? call.notImplemented(call.base(0).name() + "; cast it to UInt64")
          : call.illegal(0);
    }
    return Bound.total(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              LongLane lane = LongLane.of(invocation.argument(0));
              return (row, out) -> {
                for (int shift = 40; shift >= 0; shift -= 8) {
                  byte[] pair =
                      UPPER
                          .toHexDigits((byte) (lane.at(row) >>> shift))
                          .getBytes(StandardCharsets.US_ASCII);
                  out.write(pair, 0, 2);
                  if (shift > 0) {
                    out.write(':');
                  }
                }
              };
            }));
  }

  private static BoundFunction macToNumber(CallSite call, int bytes) {
    call.arity(1);
    if (!(call.base(0) instanceof StringType)) {
      throw call.illegal(0);
    }
    return Bound.of(
        IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              BytesLane lane = BytesLane.of(invocation.argument(0));
              return row -> mac(call, lane.latin1(row), bytes);
            }));
  }

  /** The first bytes of pairs of hexadecimal digits, one character apart; 0 if too short. */
  private static long mac(CallSite call, String text, int bytes) {
    if (text.length() < 3 * bytes - 1) {
      return 0;
    }
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      int high = Character.digit(text.charAt(3 * i), 16);
      int low = Character.digit(text.charAt(3 * i + 1), 16);
      if (high < 0 || low < 0 || text.length() > 17) {
        throw call.notImplemented("the address '" + text + "'");
      }
      number = number << 8 | high << 4 | low;
    }
    return number;
  }
}
