// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Type;
import java.math.BigInteger;
import java.util.function.BinaryOperator;
import java.util.function.LongBinaryOperator;

/** Functions of the bits of integers. */
public final class BitFunctions {

  private BitFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Bit");
    family.add("bitAnd", call -> combine(call, (x, y) -> x & y, BigInteger::and));
    family.add("bitOr", call -> combine(call, (x, y) -> x | y, BigInteger::or));
    family.add("bitXor", call -> combine(call, (x, y) -> x ^ y, BigInteger::xor));
    family.add("bitNot", BitFunctions::not);
    family.add("bitShiftLeft", call -> shift(call, true));
    family.add("bitShiftRight", call -> shift(call, false));
    family.add("bitRotateLeft", call -> rotate(call, true));
    family.add("bitRotateRight", call -> rotate(call, false));
    family.add(
        "bitTest",
        call -> {
          narrow(call.arity(2));
          return test(call, operand(call, 0), true);
        });
    family.add("bitTestAll", call -> testMany(call, true));
    family.add("bitTestAny", call -> testMany(call, false));
    family.add("bitCount", BitFunctions::count);
    family.add(
        "bitHammingDistance",
        t -> t.withAliases("mismatches"),
        call -> {
          if (CallSite.isText(call.arity(2).base(0)) && call.base(0).equals(call.base(1))) {
            return ByteBits.distance(call.base(0));
          }
          boolean wide = operand(call, 0).bits() > 64 && call.base(0).equals(call.base(1));
          if (wide) {
            return wideDistance(call.base(0));
          }
          narrow(call);
          return Bound.total(IntegerType.UINT8, Operands.longs((x, y) -> Long.bitCount(x ^ y)));
        });
    family.add("byteSwap", t -> t.anyCase(), BitFunctions::swap);
    return family;
  }

  private static IntegerType integer(CallSite call, int index) {
    Type base = call.base(index);
    if (base instanceof BoolType) {
      return IntegerType.UINT8;
    }
    if (base instanceof IntegerType integer) {
      return integer;
    }
    throw call.illegal(index);
  }

  /** The same where an address counts as the number that it is. */
  private static IntegerType operand(CallSite call, int index) {
    Type base = call.base(index);
    if (base instanceof IpType) {
      return base.equals(IpType.IPV4) ? IntegerType.UINT32 : new IntegerType(128, false);
    }
    return integer(call, index);
  }

  /** Refuses arguments that are not integers or addresses of up to 64 bits. */
  private static void narrow(CallSite call) {
    for (int i = 0; i < call.size(); i++) {
      if (operand(call, i).bits() > 64) {
        throw call.notImplemented(call.base(i).name());
      }
    }
  }

  /** Refuses arguments that are not integers of up to 64 bits. */
  private static void integers(CallSite call) {
    for (int i = 0; i < call.size(); i++) {
      if (integer(call, i).bits() > 64) {
        throw call.notImplemented(call.base(i).name());
      }
    }
  }

  private static IntegerType common(CallSite call) {
    IntegerType a = operand(call, 0);
    IntegerType b = operand(call, 1);
    return new IntegerType(Math.max(a.bits(), b.bits()), a.signed() || b.signed());
  }

  private static BoundFunction combine(
      CallSite call, LongBinaryOperator longs, BinaryOperator<BigInteger> bigs) {
    if (call.arity(2).base(0) instanceof FixedStringType fixed && fixed.equals(call.base(1))) {
      return ByteBits.combined(fixed, longs);
    }
    IntegerType result = common(call);
    if (result.bits() <= 64) {
      return Bound.total(result, Operands.longs((x, y) -> result.wrap(longs.applyAsLong(x, y))));
    }
    Type a = call.base(0);
    Type b = call.base(1);
    return Bound.total(
        result,
        invocation -> {
          BigLane x = BigLane.of(a, invocation.argument(0));
          BigLane y = BigLane.of(b, invocation.argument(1));
          return Operands.bigs(invocation, result, row -> bigs.apply(x.at(row), y.at(row)));
        });
  }

  private static BoundFunction wideDistance(Type type) {
    boolean most = type instanceof IntegerType integer && integer.bits() > 128;
    return Bound.total(
        most ? IntegerType.UINT16 : IntegerType.UINT8,
        RowKernels.longs(
            invocation -> {
              BigLane a = BigLane.of(type, invocation.argument(0));
              BigLane b = BigLane.of(type, invocation.argument(1));
              return row -> differing(a.at(row).xor(b.at(row)), type);
            }));
  }

  private static int differing(BigInteger bits, Type type) {
    int width = type instanceof IntegerType integer ? integer.bits() : 128;
    return bits.signum() < 0 ? width - bits.not().bitCount() : bits.bitCount();
  }

  private static BoundFunction not(CallSite call) {
    if (CallSite.isText(call.arity(1).base(0))) {
      return ByteBits.inverted(call.base(0));
    }
    IntegerType type = integer(call, 0);
    return type.bits() <= 64
        ? Bound.total(type, Operands.longs(x -> type.wrap(~x)))
        : Bound.total(
            type,
            invocation -> {
              BigLane lane = BigLane.of(type, invocation.argument(0));
              return Operands.bigs(invocation, type, row -> lane.at(row).not());
            });
  }

  private static BoundFunction shift(CallSite call, boolean left) {
    call.arity(2);
    if (CallSite.isText(call.base(0)) && isCount(call)) {
      return ByteBits.shifted(call.base(0), left, operand(call, 1).signed());
    }
    IntegerType value = operand(call, 0);
    if (operand(call, 1).bits() > 64) {
      throw call.notImplemented(call.base(1).name());
    }
    boolean signedCount = operand(call, 1).signed();
    IntegerType result = common(call);
    if (value.bits() > 64) {
      return wideShift(call, result, left);
    }
    return Bound.of(
        result,
        Operands.longs(
            (x, y) -> {
              checkCount(signedCount, y);
              if (Long.compareUnsigned(y, value.bits()) >= 0) {
                return 0;
              }
              long widened = result.wrap(x);
              long shifted = left ? widened << y : result.signed() ? widened >> y : widened >>> y;
              return result.wrap(shifted);
            }));
  }

  /** Whether the second argument says how many positions, in no more than 64 bits. */
  private static boolean isCount(CallSite call) {
    return call.base(1) instanceof BoolType
        || call.base(1) instanceof IntegerType integer && integer.bits() <= 64;
  }

  static void checkCount(boolean signed, long count) {
    if (signed && count < 0) {
      throw new TwinhouseException(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "The number of shift positions needs to be a non-negative value");
    }
  }

  private static BoundFunction wideShift(CallSite call, IntegerType result, boolean left) {
    Type type = call.base(0);
    int bits = operand(call, 0).bits();
    boolean signedCount = operand(call, 1).signed();
    // by a signed count the value's bits are those of a signed number
    Type shifted = signedCount ? result : type;
    return Bound.of(
        result,
        invocation -> {
          BigLane lane = BigLane.of(shifted, invocation.argument(0));
          LongLane counts = LongLane.of(invocation.argument(1));
          return Operands.bigs(
              invocation,
              result,
              row -> {
                long count = counts.at(row);
                checkCount(signedCount, count);
                if (Long.compareUnsigned(count, bits) >= 0) {
                  return BigInteger.ZERO;
                }
                BigInteger value = lane.at(row);
                return left ? value.shiftLeft((int) count) : value.shiftRight((int) count);
              });
        });
  }

  private static BoundFunction rotate(CallSite call, boolean left) {
    narrow(call.arity(2));
    IntegerType result = common(call);
    int bits = result.bits();
    return Bound.total(
        result,
        Operands.longs(
            (x, y) -> {
              int by = (int) Math.floorMod(left ? y : -y, (long) bits);
              long plain = cut(x, result);
              long rotated = by == 0 ? plain : plain << by | plain >>> (bits - by);
              return result.wrap(rotated);
            }));
  }

  /** The bits of a value that its type has, without sign. */
  private static long cut(long value, IntegerType type) {
    int shift = 64 - type.bits();
    return value << shift >>> shift;
  }

  private static BoundFunction testMany(CallSite call, boolean all) {
    integers(call.arity(2, Integer.MAX_VALUE));
    return test(call, integer(call, 0), all);
  }

  private static BoundFunction test(CallSite call, IntegerType type, boolean all) {
    int positions = call.size() - 1;
    return Bound.of(
        IntegerType.UINT8,
        invocation -> {
          LongLane value = LongLane.of(invocation.argument(0));
          LongLane[] places = new LongLane[positions];
          for (int i = 0; i < positions; i++) {
            places[i] = LongLane.of(invocation.argument(i + 1));
          }
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            long mask = 0;
            for (LongLane place : places) {
              mask |= 1L << checked(place.at(row), type);
            }
            long met = value.at(row) & mask;
            result[row] = (all ? met == mask : met != 0) ? 1 : 0;
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }

  private static long checked(long position, IntegerType type) {
    if (position < 0 || position >= type.bits()) {
      throw new TwinhouseException(
          ErrorCode.PARAMETER_OUT_OF_BOUND,
          "The bit position argument needs to a positive value and less or equal to "
              + (type.bits() - 1)
              + " for integer "
              + type.name());
    }
    return position;
  }

  private static BoundFunction count(CallSite call) {
    Type base = call.arity(1).base(0);
    if (CallSite.isText(base)) {
      return ByteBits.counted(base);
    }
    if (!NumberTypes.isNumber(base) || base instanceof DecimalType) {
      throw call.illegal(0);
    }
    int bits = NumberTypes.bits(base);
    if (base instanceof FloatType) {
      return floatBits(base);
    }
    IntegerType shape = new IntegerType(bits, false);
    if (bits > 64) {
      IntegerType result = bits > 128 ? IntegerType.UINT16 : IntegerType.UINT8;
      return Bound.total(
          result,
          RowKernels.longs(
              invocation -> {
                BigLane lane = BigLane.of(shape, invocation.argument(0));
                return row -> lane.at(row).bitCount();
              }));
    }
    return Bound.total(IntegerType.UINT8, Operands.longs(x -> Long.bitCount(cut(x, shape))));
  }

  private static BoundFunction floatBits(Type type) {
    int cut = 64 - NumberTypes.bits(type);
    return Bound.total(
        IntegerType.UINT8,
        RowKernels.longs(
            invocation -> {
              DoubleLane lane = DoubleLane.of(type, invocation.argument(0));
              return row -> {
                double value = lane.at(row);
                return cut == 0
                    ? Long.bitCount(Double.doubleToRawLongBits(value))
                    : Integer.bitCount(Float.floatToRawIntBits((float) value) >>> cut - 32);
              };
            }));
  }

  private static BoundFunction swap(CallSite call) {
    call.arity(1);
    integers(call);
    IntegerType type = integer(call, 0);
    int shift = 64 - type.bits();
    return Bound.total(type, Operands.longs(x -> type.wrap(Long.reverseBytes(x) >>> shift)));
  }
}
