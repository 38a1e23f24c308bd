// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;

/** Random texts, and random numbers of a distribution; only their shape is the server's. */
public final class RandomTexts {

  private static final long LONGEST = 1L << 28;

  private RandomTexts() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Random texts");
    text(family, "randomString", (random, count, out) -> bytes(random, count, 0, 255, out));
    text(
        family,
        "randomPrintableASCII",
        (random, count, out) -> bytes(random, count, ' ', '~', out));
    text(family, "randomStringUTF8", RandomTexts::points);
    family.add("randomFixedString", t -> t.notDeterministic(), RandomTexts::fixed);
    family.add("randCanonical", t -> t.ownNulls().notDeterministic(), RandomTexts::canonical);
    family.add("randUniform", t -> t.notDeterministic(), RandomTexts::uniform);
    return family;
  }

  /** Writes so many random signs. */
  private interface Signs {
    void write(SplittableRandom random, int count, BytesBuffer out);
  }

  private static SplittableRandom fresh() {
    return new SplittableRandom(UUID.randomUUID().getLeastSignificantBits());
  }

  private static void text(FunctionFamily family, String name, Signs signs) {
    family.add(
        name,
        t -> t.notDeterministic(),
        call -> {
          call.arity(1, 2).integer(0);
          return Bound.of(
              StringType.INSTANCE,
              RowKernels.bytes(
                  invocation -> {
                    LongLane lengths = LongLane.of(invocation.argument(0));
                    SplittableRandom random = fresh();
                    return (row, out) -> signs.write(random, checked(name, lengths.at(row)), out);
                  }));
        });
  }

  private static int checked(String name, long length) {
    if (length < 0 || length > LONGEST) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_STRING_SIZE, "Too large string size in function " + name);
    }
    return (int) length;
  }

  private static void bytes(
      SplittableRandom random, int count, int low, int high, BytesBuffer out) {
    for (int i = 0; i < count; i++) {
      out.write(random.nextInt(low, high + 1));
    }
  }

  private static void points(SplittableRandom random, int count, BytesBuffer out) {
    for (int i = 0; i < count; i++) {
      int point = random.nextInt(0x10F800);
      // The places of surrogates are no signs.
      int sign = point < 0xD800 ? point : point + 0x800;
      byte[] bytes = Character.toString(sign).getBytes(StandardCharsets.UTF_8);
      out.write(bytes, 0, bytes.length);
    }
  }

  private static BoundFunction fixed(CallSite call) {
    long length = call.arity(1, 2).integer(0).constantLong(0);
    if (length <= 0 || length > LONGEST) {
      throw call.refuse(ErrorCode.ARGUMENT_OUT_OF_BOUND, "FixedString size must be positive");
    }
    return Bound.total(
        new FixedStringType((int) length),
        RowKernels.bytes(
            invocation -> {
              SplittableRandom random = fresh();
              return (row, out) -> bytes(random, (int) length, 0, 255, out);
            }));
  }

  private static BoundFunction canonical(CallSite call) {
    call.arity(0, 1);
    return Bound.total(
        FloatType.FLOAT64,
        RowKernels.doubles(
            invocation -> {
              SplittableRandom random = fresh();
              return row -> random.nextDouble();
            }));
  }

  private static double constantNumber(CallSite call, int index) {
    boolean number =
        call.base(index) instanceof FloatType || call.base(index) instanceof IntegerType;
    if (!number) {
      throw call.illegal(index);
    }
    io.twinhouse.engine.column.Column value = call.constant(index);
    if (value == null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN,
          "Argument " + (index + 1) + " of function " + call.name() + " must be constant");
    }
    return io.twinhouse.engine.function.lane.DoubleLane.of(call.base(index), value).at(0);
  }

  private static BoundFunction uniform(CallSite call) {
    call.arity(2, 3);
    double low = constantNumber(call, 0);
    double high = constantNumber(call, 1);
    if (low > high) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Argument min ("
              + low
              + ") of function randUniform should not be greater than max ("
              + high
              + ")");
    }
    return Bound.total(
        FloatType.FLOAT64,
        RowKernels.doubles(
            invocation -> {
              SplittableRandom random = fresh();
              return row -> low + random.nextDouble() * (high - low);
            }));
  }
}
