// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.bitmap;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;

/** Functions over the states of groupBitmap. */
final class BitmapFunctions {

  private BitmapFunctions() {}

  static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Bitmaps");
    family.add("bitmapBuild", t -> t.literalNulls(), BitmapFunctions::build);
    family.add("bitmapToArray", BitmapFunctions::toArray);
    number(family, "bitmapCardinality", Bitmap::count);
    number(family, "bitmapMin", bitmap -> extreme(bitmap, true));
    number(family, "bitmapMax", bitmap -> extreme(bitmap, false));
    pair(family, "And", Bitmap::and);
    pair(family, "Or", Bitmap::or);
    pair(family, "Xor", Bitmap::xor);
    pair(family, "Andnot", Bitmap::andNot);
    family.add("bitmapContains", BitmapFunctions::contains);
    question(family, "bitmapHasAny", (a, b) -> a.count() > 0 ? 1 : 0);
    question(family, "bitmapHasAll", (a, b) -> a.count() == b.count() ? 1 : 0);
    slice(family, "bitmapSubsetInRange", (value, seen, a, b) -> value < b && value >= a);
    slice(family, "subBitmap", (value, seen, a, b) -> seen[0] >= a && seen[1] < b);
    slice(family, "bitmapSubsetLimit", (value, seen, a, b) -> value >= a && seen[1] < b);
    family.add("bitmapTransform", BitmapFunctions::transform);
    return family;
  }

  /** A number of what two bitmaps share, and the second of them. */
  private interface Question {
    long answer(Bitmap shared, Bitmap second);
  }

  /** Whether a number belongs to a slice: how many came before it, how many were taken. */
  private interface Slice {
    boolean takes(long value, long[] passedAndTaken, long first, long second);
  }

  private static IntegerType element(CallSite call, int index) {
    IntegerType element = BitmapLibrary.elementOf(call.type(index));
    if (element == null && call.type(index) instanceof AggregateFunctionType) {
      throw call.notImplemented(call.type(index).name());
    }
    if (element == null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "An argument for function "
              + call.name()
              + " must be a bitmap but it has type "
              + call.type(index).name());
    }
    return element;
  }

  private static IntegerType same(CallSite call) {
    IntegerType element = element(call.arity(2), 0);
    if (!element.equals(element(call, 1))) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "The nested type in bitmaps must be the same, but one is "
              + element.name()
              + ", and the other is "
              + element(call, 1).name());
    }
    return element;
  }

  /** Reads bitmaps of one argument. */
  private static final class Reader {
    private final BytesLane lane;
    private final int width;

    Reader(Invocation call, int index, IntegerType element) {
      lane = BytesLane.of(call.argument(index));
      width = element.bits() / 8;
    }

    Bitmap at(int row) {
      StateReader in = new StateReader(lane.data(), lane.start(row), lane.length(row));
      return Bitmap.read(in, width);
    }
  }

  private static Type typeOf(IntegerType element) {
    return new AggregateFunctionType(false, "groupBitmap", List.of(), List.of(element));
  }

  private static BoundFunction build(CallSite call) {
    if (!(call.arity(1).type(0) instanceof ArrayType array)
        || !(array.element() instanceof IntegerType element)
        || element.bits() > 64) {
      throw call.illegal(0);
    }
    if (element.signed()) {
      throw call.notImplemented(call.type(0).name());
    }
    return Bound.total(
        typeOf(element),
        RowKernels.bytes(
            invocation -> {
              ArrayLane arrays = ArrayLane.of(invocation.argument(0));
              long[] values = ((LongColumn) arrays.elements()).values();
              return (row, out) -> {
                Bitmap bitmap = new Bitmap(element.bits() / 8);
                for (int e = arrays.start(row); e < arrays.end(row); e++) {
                  bitmap.add(values[e]);
                }
                bitmap.write(out);
              };
            }));
  }

  private static BoundFunction toArray(CallSite call) {
    IntegerType element = element(call.arity(1), 0);
    return Bound.of(
        new ArrayType(element),
        RowKernels.longArrays(
            invocation -> {
              Reader reader = new Reader(invocation, 0, element);
              return (row, out) -> reader.at(row).forEach(out::add);
            }));
  }

  private static void number(FunctionFamily family, String name, ToLongFunction<Bitmap> function) {
    family.add(
        name,
        call -> {
          IntegerType element = element(call.arity(1), 0);
          return Bound.of(
              IntegerType.UINT64,
              RowKernels.longs(
                  invocation -> {
                    Reader reader = new Reader(invocation, 0, element);
                    return row -> function.applyAsLong(reader.at(row));
                  }));
        });
  }

  private static long extreme(Bitmap bitmap, boolean least) {
    if (bitmap.count() == 0) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "The smallest or largest number of an empty bitmap");
    }
    long[] best = {0};
    boolean[] any = {false};
    bitmap.forEach(
        value -> {
          int order = Long.compareUnsigned(value, best[0]);
          if (!any[0] || (least ? order < 0 : order > 0)) {
            best[0] = value;
          }
          any[0] = true;
        });
    return best[0];
  }

  private static void pair(
      FunctionFamily family, String suffix, BiConsumer<Bitmap, Bitmap> operation) {
    family.add(
        "bitmap" + suffix,
        call -> {
          IntegerType element = same(call);
          return Bound.of(
              typeOf(element),
              RowKernels.bytes(
                  invocation -> {
                    Reader first = new Reader(invocation, 0, element);
                    Reader second = new Reader(invocation, 1, element);
                    return (row, out) -> {
                      Bitmap result = first.at(row);
                      operation.accept(result, second.at(row));
                      result.write(out);
                    };
                  }));
        });
    String counting = "bitmap" + suffix + "Cardinality";
    family.add(counting, call -> counted(call, operation, (shared, b) -> shared.count()));
  }

  private static void question(FunctionFamily family, String name, Question question) {
    family.add(name, call -> counted(call, Bitmap::and, question));
  }

  private static BoundFunction counted(
      CallSite call, BiConsumer<Bitmap, Bitmap> operation, Question question) {
    IntegerType element = same(call);
    boolean counts = call.name().endsWith("Cardinality");
    return Bound.of(
        counts ? IntegerType.UINT64 : IntegerType.UINT8,
        RowKernels.longs(
            invocation -> {
              Reader first = new Reader(invocation, 0, element);
              Reader second = new Reader(invocation, 1, element);
              return row -> {
                Bitmap result = first.at(row);
                Bitmap other = second.at(row);
                operation.accept(result, other);
                return question.answer(result, other);
              };
            }));
  }

  private static void unsigned(CallSite call, int index) {
    if (!(call.base(index) instanceof IntegerType number)
        || number.signed()
        || number.bits() > 64) {
      throw call.illegal(index);
    }
  }

  private static BoundFunction contains(CallSite call) {
    IntegerType element = element(call.arity(2), 0);
    unsigned(call, 1);
    return Bound.of(
        IntegerType.UINT8,
        RowKernels.longs(
            invocation -> {
              Reader reader = new Reader(invocation, 0, element);
              LongLane values = LongLane.of(invocation.argument(1));
              return row -> {
                long value = values.at(row);
                boolean fits = element.wrap(value) == value;
                return fits && reader.at(row).contains(value) ? 1 : 0;
              };
            }));
  }

  private static BoundFunction transform(CallSite call) {
    IntegerType element = element(call.arity(3), 0);
    for (int i = 1; i < 3; i++) {
      boolean numbers =
          call.base(i) instanceof ArrayType array
              && array.element() instanceof IntegerType number
              && !number.signed()
              && number.bits() <= 64;
      if (!numbers) {
        throw call.illegal(i);
      }
    }
    return Bound.of(
        typeOf(element),
        RowKernels.bytes(
            invocation -> {
              Reader reader = new Reader(invocation, 0, element);
              ArrayLane from = ArrayLane.of(invocation.argument(1));
              ArrayLane to = ArrayLane.of(invocation.argument(2));
              return (row, out) -> {
                if (from.length(row) != to.length(row)) {
                  throw call.refuse(
                      ErrorCode.BAD_ARGUMENTS, "From array size and to array size mismatch");
                }
                Bitmap bitmap = reader.at(row);
                bitmap.replace(numbers(from, row, element), numbers(to, row, element));
                bitmap.write(out);
              };
            }));
  }

  private static long[] numbers(ArrayLane arrays, int row, IntegerType element) {
    long[] values = ((LongColumn) arrays.elements()).values();
    long[] numbers = new long[arrays.length(row)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = element.wrap(values[arrays.start(row) + i]);
    }
    return numbers;
  }

  private static void slice(FunctionFamily family, String name, Slice slice) {
    family.add(
        name,
        call -> {
          IntegerType element = element(call.arity(3), 0);
          unsigned(call, 1);
          unsigned(call, 2);
          if (element.bits() == 64) {
            throw call.notImplemented(call.type(0).name());
          }
          return Bound.of(
              call.type(0),
              RowKernels.bytes(
                  invocation -> {
                    Reader reader = new Reader(invocation, 0, element);
                    LongLane first = LongLane.of(invocation.argument(1));
                    LongLane second = LongLane.of(invocation.argument(2));
                    return (row, out) ->
                        sliced(reader.at(row), slice, first.at(row), second.at(row), element)
                            .write(out);
                  }));
        });
  }

  private static Bitmap sliced(
      Bitmap whole, Slice slice, long first, long second, IntegerType element) {
    if (first < 0 || second < 0 || whole.isLarge()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Slices of bitmaps of more than 32 numbers");
    }
    Bitmap part = new Bitmap(element.bits() / 8);
    long[] seen = {0, 0};
    whole.forEach(
        value -> {
          if (slice.takes(value, seen, first, second)) {
            seen[1]++;
            part.add(value);
          }
          seen[0]++;
        });
    return part;
  }
}
