// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.aggregate.state.CellHash;
import io.twinhouse.engine.function.aggregate.state.CellOrder;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Composition;
import io.twinhouse.engine.function.define.Composition.Part;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.ArrayWriter;
import io.twinhouse.engine.function.nested.DistinctElements;
import io.twinhouse.engine.function.nested.ElementCast;
import io.twinhouse.engine.function.nested.ElementPicks;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.util.ArrayList;
import java.util.List;

/**
 * What several arrays hold together, or not all of them, each value once in the order of the
 * server's hash table; and how much two arrays have in common.
 */
final class ArrayUnions {

  /** Cells of a table that is kept from row to row; more than half as many values make it grow. */
  private static final int DEGREE = 6;

  private ArrayUnions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: unions")
        .add("arrayUnion", FunctionTraits::dropLowCardinality, call -> bind(call, false))
        .add(
            "arraySymmetricDifference",
            FunctionTraits::dropLowCardinality,
            call -> bind(call, true))
        .add("arrayJaccardIndex", FunctionTraits::dropLowCardinality, ArrayUnions::jaccard);
  }

  private static BoundFunction bind(CallSite call, boolean symmetric) {
    call.arity(1, Integer.MAX_VALUE);
    List<Type> types = new ArrayList<>();
    boolean isConstant = true;
    for (int i = 0; i < call.size(); i++) {
      Type element = ElementTypes.ofArray(call, i);
      isConstant &= call.constant(i) != null;
      if (!(element instanceof NothingType)) {
        types.add(element);
      }
    }
    if (types.isEmpty()) {
      return Bound.total(
          new ArrayType(NothingType.INSTANCE),
          invocation ->
              ArrayColumn.of(new int[invocation.rows() + 1], LongColumn.of(), invocation.rows()));
    }
    long decimals = types.stream().filter(t -> t.base() instanceof DecimalType).count();
    if (decimals > 0 && decimals < types.size()) {
      throw call.illegal();
    }
    Type element = LeastSupertype.of(types);
    checkOrdered(call, element.base());
    requireOwnType(call, types, element);
    List<Conversion> casts = new ArrayList<>();
    for (int i = 0; i < call.size(); i++) {
      Type own = ElementTypes.ofArray(call, i);
      casts.add(ElementCast.ofArray(call, own, element));
    }
    boolean alone = isConstant;
    return Bound.of(
        new ArrayType(element),
        invocation -> new Merger(call, invocation, element, symmetric, alone).merged(casts));
  }

  /** The server does not widen numbers and times that cannot be NULL beside those that can. */
  private static void requireOwnType(CallSite call, List<Type> types, Type element) {
    boolean widened =
        types.stream()
            .filter(type -> !(type instanceof FloatType) && !CallSite.isText(type))
            .anyMatch(type -> !type.isNullable() && !type.equals(element.base()));
    if (element.isNullable() && widened) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN,
          "Function " + call.name() + " does not make " + element.name() + " of all its arrays");
    }
  }

  /** The types whose order in a table is known. */
  private static void checkOrdered(CallSite call, Type base) {
    boolean known =
        (base instanceof IntegerType && base.lane() == Lane.LONG)
            || base instanceof FloatType
            || base.equals(DateType.DATE)
            || base instanceof DateTimeType
            || CallSite.isText(base);
    if (!known) {
      throw call.notImplemented(
          "elements of type " + base.name() + "; use arrayDistinct(arrayConcat(...))");
    }
  }

  /** Where the table of a call site is reserved. */
  private record TableMemory(Reservation reservation) {}

  /** Merges the arrays of one batch, row by row. */
  private static final class Merger {
    private final CallSite call;
    private final Invocation invocation;
    private final Type element;
    private final boolean symmetric;
    private final boolean alone;
    private final Reservation memory;

    Merger(CallSite call, Invocation invocation, Type element, boolean symmetric, boolean alone) {
      this.call = call;
      this.invocation = invocation;
      this.element = element;
      this.symmetric = symmetric;
      this.alone = alone;
      memory = invocation.scratch().keep(TableMemory.class, TableMemory::new).reservation();
    }

    ArrayColumn merged(List<Conversion> casts) {
      ArrayLane[] lanes = new ArrayLane[casts.size()];
      int[] base = new int[lanes.length];
      ArrayWriter all =
          invocation
              .scratch()
              .keep(ArrayWriter.class, held -> ArrayWriter.over(held, element.toNullable(), 1));
      all.reset(1);
      int total = 0;
      for (int i = 0; i < lanes.length; i++) {
        lanes[i] = ArrayLane.of(casts.get(i).convert(invocation.argument(i)));
        base[i] = total;
        int size = lanes[i].elements().size();
        all.append(lanes[i].elements(), 0, size);
        total += size;
      }
      all.endRow();
      Column elements = all.column().elements();
      return rows(elements, lanes, base, total);
    }

    private ArrayColumn rows(Column elements, ArrayLane[] lanes, int[] base, int total) {
      Column values = elements.withNulls(null);
      CellHash hashes = CellHash.ofValues(element.base(), values, total);
      ElementPicks picks = ElementPicks.of(invocation, element, 0);
      DistinctElements distinct = new DistinctElements(List.of(elements));
      int[] arrays = invocation.scratch().ints(total + 1);
      for (int row = 0; row < invocation.rows(); row++) {
        distinct.clear();
        int nulls = 0;
        int nullAt = -1;
        for (int i = 0; i < lanes.length; i++) {
          boolean hasNull = false;
          int to = base[i] + lanes[i].end(row);
          for (int e = base[i] + lanes[i].start(row); e < to; e++) {
            if (elements.isNull(e)) {
              hasNull = true;
              nullAt = e;
            } else {
              see(distinct, e, i, arrays);
            }
          }
          nulls += hasNull ? 1 : 0;
        }
        pick(distinct, hashes, arrays, lanes.length, picks);
        if (nulls > 0 && !(symmetric && nulls == lanes.length)) {
          picks.add(nullAt);
        }
        picks.endRow();
      }
      return picks.column(element.isNullable() ? elements : values);
    }

    /** Counts the arrays that hold a value, with the server's slip over values held twice. */
    private static void see(DistinctElements distinct, int element, int array, int[] arrays) {
      int known = distinct.size();
      int value = distinct.number(element);
      if (value == known) {
        arrays[value] = 1;
      } else if (arrays[value] <= array) {
        arrays[value]++;
      }
    }

    private void pick(
        DistinctElements distinct, CellHash hashes, int[] arrays, int count, ElementPicks picks) {
      if (!alone && distinct.size() > 1 << (DEGREE - 1)) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Function "
                + call.name()
                + " is not implemented for more than 32 values in a row, whose order would hang on"
                + " the rows before; use arrayDistinct(arrayConcat(...))");
      }
      int[] order = CellOrder.of(new Placed(distinct, hashes), 0, distinct.size(), memory);
      for (int value : order) {
        if (!symmetric || arrays[value] < count) {
          picks.add(distinct.element(value));
        }
      }
    }
  }

  /** The distinct values of a row in a table without a place of its own for zero. */
  private record Placed(DistinctElements distinct, CellHash hashes) implements CellHash {

    @Override
    public long at(int row) {
      return hashes.at(distinct.element(row));
    }

    @Override
    public boolean isZero(int row) {
      return false;
    }

    @Override
    public int degree() {
      return DEGREE;
    }
  }

  /** What is in both, of what is in either; values that an array holds twice count twice. */
  private static BoundFunction jaccard(CallSite call) {
    call.arity(2);
    Composition composition = new Composition(call);
    Part a = composition.argument(0);
    Part b = composition.argument(1);
    Part common = composition.call("arrayIntersect", a, b);
    boolean nothing = ElementTypes.isNothing(((ArrayType) common.type()).element());
    List<Part> sizes =
        List.of(
            composition.call("length", a),
            composition.call("length", b),
            composition.call("length", common));
    return composition.bound(composition.call(sizes, lengths -> share(nothing)));
  }

  private static BoundFunction share(boolean nothing) {
    return Bound.of(
        FloatType.FLOAT64,
        RowKernels.doubles(
            invocation -> {
              LongLane a = LongLane.of(invocation.argument(0));
              LongLane b = LongLane.of(invocation.argument(1));
              LongLane both = LongLane.of(invocation.argument(2));
              return row -> {
                long either = a.at(row) + b.at(row) - both.at(row);
                if (nothing && either == 0) {
                  throw new TwinhouseException(
                      ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                      "array aggregate functions cannot be performed on two empty arrays");
                }
                return nothing ? 0 : (double) both.at(row) / either;
              };
            }));
  }
}
