// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Composition;
import io.twinhouse.engine.function.define.Composition.Part;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.ElementPicks;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Elements drawn and shuffled by chance, and where a value is among elements in their order. */
final class ArrayChances {

  private ArrayChances() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: chances")
        .add(
            "arrayShuffle",
            t -> t.dropLowCardinality().notDeterministic(),
            call -> shuffle(call, false))
        .add(
            "arrayPartialShuffle",
            t -> t.dropLowCardinality().notDeterministic(),
            call -> shuffle(call, true))
        .add(
            "arrayRandomSample",
            t -> t.dropLowCardinality().notDeterministic(),
            ArrayChances::sample)
        .add("indexOfAssumeSorted", ArrayLibrary::own, ArrayChances::indexOf);
  }

  private static BoundFunction shuffle(CallSite call, boolean partial) {
    Type element = ElementTypes.ofArray(call.arity(1, partial ? 3 : 2), 0);
    for (int i = 1; i < call.size(); i++) {
      call.integer(i);
    }
    int seedAt = partial ? 2 : 1;
    boolean seeded = call.size() > seedAt;
    for (int i = 1; i < call.size(); i++) {
      if (call.constant(i) == null) {
        throw call.refuse(
            ErrorCode.ILLEGAL_COLUMN,
            "Argument at index " + i + " for function " + call.name() + " must be constant");
      }
    }
    return Bound.of(
        call.base(0),
        invocation -> {
          boolean limited = partial && call.size() > 1;
          LongLane limits = limited ? LongLane.of(invocation.argument(1)) : null;
          Count count =
              (row, length) -> {
                long limit = limits == null ? 0 : limits.at(0);
                return limit == 0 || Long.compareUnsigned(limit, length) > 0 ? length : (int) limit;
              };
          if (!seeded) {
            return drawn(invocation, element, count, fresh(), true);
          }
          checkOneRow(call, invocation);
          SeededChance chance = new SeededChance(LongLane.of(invocation.argument(seedAt)));
          return drawn(invocation, element, count, chance, true);
        });
  }

  /** Rows that a call site has shuffled. */
  private static final class Shuffled {
    private long rows;
  }

  /** The server draws on from row to row, and from the seed again with each block of rows. */
  private static void checkOneRow(CallSite call, Invocation invocation) {
    Shuffled shuffled = invocation.scratch().keep(Shuffled.class, memory -> new Shuffled());
    shuffled.rows += invocation.rows();
    if (shuffled.rows > 1) {
      throw call.notImplemented(
          "a seed over more than one row; sort by a hash of what is shuffled");
    }
  }

  private static BoundFunction sample(CallSite call) {
    Type element = ElementTypes.ofArray(call.arity(2), 0);
    boolean unsigned = call.base(1) instanceof IntegerType type && !type.signed();
    if (!unsigned) {
      throw call.illegal(1);
    }
    call.integer(1);
    return Bound.of(
        new ArrayType(element),
        invocation -> {
          LongLane counts = LongLane.of(invocation.argument(1));
          return drawn(
              invocation,
              element,
              (row, length) -> {
                long count = counts.at(row);
                return Long.compareUnsigned(count, length) > 0 ? length : (int) count;
              },
              fresh(),
              false);
        });
  }

  /** How many elements of a row are drawn. */
  private interface Count {
    int of(int row, int length);
  }

  /** Draws numbers in {@code [0, bound)}. */
  @FunctionalInterface
  interface Chance {
    int below(int bound);
  }

  private static Chance fresh() {
    return new SplittableRandom(UUID.randomUUID().getLeastSignificantBits())::nextInt;
  }

  private static Column drawn(
      Invocation call, Type element, Count count, Chance chance, boolean keepsRest) {
    ArrayLane arrays = ArrayLane.of(call.argument(0));
    ElementPicks picks = ElementPicks.of(call, element, arrays.total(call.rows()));
    for (int row = 0; row < call.rows(); row++) {
      int[] places = new int[arrays.length(row)];
      for (int i = 0; i < places.length; i++) {
        places[i] = arrays.start(row) + i;
      }
      int wanted = count.of(row, places.length);
      for (int i = 0; i < Math.min(wanted, places.length - 1); i++) {
        int other = i + chance.below(places.length - i);
        int place = places[i];
        places[i] = places[other];
        places[other] = place;
      }
      for (int i = 0; i < (keepsRest ? places.length : wanted); i++) {
        picks.add(places[i]);
      }
      picks.endRow();
    }
    return picks.column(arrays.elements());
  }

  /** As indexOf, of elements whose order the server relies on: others are refused. */
  private static BoundFunction indexOf(CallSite call) {
    Type element = ElementTypes.ofArray(call.arity(2), 0);
    Composition composition = new Composition(call);
    Part array = composition.argument(0);
    Part place = composition.call("indexOf", array, composition.argument(1));
    return composition.bound(
        composition.call(List.of(array, place), arguments -> ordered(call, element)));
  }

  private static BoundFunction ordered(CallSite call, Type element) {
    if (element.isNullable()) {
      throw call.notImplemented(new ArrayType(element).name());
    }
    ValueOrder order = ValueOrder.of(element);
    return Bound.of(
        IntegerType.UINT64,
        invocation -> {
          ArrayLane arrays = ArrayLane.of(invocation.argument(0));
          int rows = invocation.argument(0) instanceof ConstantColumn ? 1 : invocation.rows();
          for (int row = 0; row < Math.min(rows, invocation.rows()); row++) {
            for (int e = arrays.start(row) + 1; e < arrays.end(row); e++) {
              if (order.compare(arrays.elements(), e - 1, arrays.elements(), e) > 0) {
                throw call.notImplemented("elements that are not in their order; use indexOf");
              }
            }
          }
          return invocation.argument(1);
        });
  }
}
