// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.ColumnInvocation;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.ArrayWriter;
import io.twinhouse.engine.function.nested.DistinctElements;
import io.twinhouse.engine.function.nested.ElementCast;
import io.twinhouse.engine.function.nested.ElementPicks;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Elements of the first array that all others hold too, each once, in the first one's order. */
final class ArrayIntersection {

  private ArrayIntersection() {}

  static BoundFunction bind(CallSite call) {
    call.arity(1, Integer.MAX_VALUE);
    List<Type> given = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    boolean nullable = true;
    for (int i = 0; i < call.size(); i++) {
      Type element = ElementTypes.ofArray(call, i);
      given.add(element);
      nullable &= element.isNullable();
      types.add(element.isNullable() ? element.base() : element);
    }
    boolean empty = given.stream().anyMatch(t -> t instanceof NothingType);
    Type common = empty ? NothingType.INSTANCE : common(call, types, nullable);
    if (empty) {
      return Bound.total(
          new ArrayType(common),
          invocation ->
              ArrayColumn.of(new int[invocation.rows() + 1], LongColumn.of(), invocation.rows()));
    }
    if (types.get(0).equals(IntegerType.UINT128)) {
      throw call.notImplemented("arrays of UInt128");
    }
    List<Narrowing> narrowings = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      boolean marks = !ElementTypes.ofArray(call, i).isNullable();
      narrowings.add(Narrowing.of(call, types.get(i), common, marks));
    }
    Type element = nullable ? common.toNullable() : common;
    return Bound.of(
        new ArrayType(element), invocation -> intersection(invocation, element, narrowings));
  }

  /** The narrowest of integers; of two kinds of one width the unsigned one. */
  private static Type common(CallSite call, List<Type> types, boolean nullable) {
    Type narrowest = types.get(0);
    if (types.stream().distinct().count() > 1 && types.contains(NothingType.INSTANCE)) {
      throw withoutCommon(types, nullable);
    }
    for (Type type : types) {
      if (type.equals(narrowest)) {
        continue;
      }
      if (!(type instanceof IntegerType next && narrowest instanceof IntegerType known)) {
        throw call.notImplemented("arrays of different types; cast them to one type");
      }
      int bits = Integer.compare(next.bits(), known.bits());
      narrowest = bits < 0 || bits == 0 && !next.signed() ? next : known;
    }
    return narrowest;
  }

  /** Of arrays of nothing but NULL beside others. */
  private static TwinhouseException withoutCommon(List<Type> types, boolean nullable) {
    Type other = types.stream().filter(t -> !(t instanceof NothingType)).findFirst().orElseThrow();
    if (nullable) {
      return new TwinhouseException(
          ErrorCode.CANNOT_CONVERT_TYPE,
          "Conversion from " + other.name() + " to Nothing is not supported");
    }
    return new TwinhouseException(
        ErrorCode.NO_COMMON_TYPE,
        "There is no subtype for types "
            + types.stream().map(Type::name).collect(Collectors.joining(", "))
            + " because some of them are Nothing");
  }

  /**
   * How elements are brought to the type that all share.
   *
   * @param differs says where that changed the value; null where it never does
   */
  private record Narrowing(Conversion conversion, @Nullable BoundFunction differs) {

    /**
     * @param marks false for elements that can be NULL, which the server cuts to the narrower type
     */
    static Narrowing of(CallSite call, Type from, Type to, boolean marks) {
      if (from.equals(to)) {
        return new Narrowing(Conversion.NONE, null);
      }
      if (!marks) {
        return new Narrowing(ElementCast.of(call, from, to), null);
      }
      List<Argument> both = List.of(Argument.of(from), Argument.of(to));
      return new Narrowing(
          ElementCast.of(call, from, to),
          FunctionRegistry.standard().bindScalar("notEquals", both, call.context()));
    }

    /** Marks elements that are no values of the narrower type. */
    void mark(Invocation call, Column before, Column after, boolean[] lost, int base) {
      if (differs == null) {
        return;
      }
      int size = before.size();
      Column[] both = {before.withNulls(null), after.withNulls(null)};
      Column answer = differs.evaluate(new ColumnInvocation(both, size, call.scratch()));
      LongLane lane = LongLane.of(answer);
      for (int e = 0; e < size; e++) {
        lost[base + e] = lane.at(e) != 0 && !before.isNull(e);
      }
    }
  }

  private static Column intersection(Invocation call, Type element, List<Narrowing> narrowings) {
    ArrayLane[] lanes = new ArrayLane[call.argumentCount()];
    int[] base = new int[lanes.length + 1];
    ArrayWriter all =
        call.scratch()
            .keep(ArrayWriter.class, memory -> ArrayWriter.over(memory, element.toNullable(), 1));
    all.reset(1);
    for (int i = 0; i < lanes.length; i++) {
      lanes[i] = ArrayLane.of(call.argument(i));
      base[i + 1] = base[i] + lanes[i].elements().size();
    }
    boolean[] lost = new boolean[base[lanes.length]];
    for (int i = 0; i < lanes.length; i++) {
      Column before = lanes[i].elements().flatten();
      Column after =
          narrowings.get(i).conversion().convert(before.withNulls(null)).withNulls(before.nulls());
      narrowings.get(i).mark(call, before, after, lost, base[i]);
      all.append(after, 0, before.size());
    }
    all.endRow();
    Column elements = all.column().elements();
    ElementPicks picks = ElementPicks.of(call, element, 0);
    DistinctElements values = new DistinctElements(List.of(elements));
    int[] lastSeen = call.scratch().ints(lost.length + 1);
    for (int row = 0; row < call.rows(); row++) {
      values.clear();
      for (int i = 0; i < lanes.length; i++) {
        int to = base[i] + lanes[i].end(row);
        for (int e = base[i] + lanes[i].start(row); e < to; e++) {
          if (!lost[e]) {
            see(values, e, i, lastSeen);
          }
        }
      }
      for (int value = 0; value < values.size(); value++) {
        boolean isNull = elements.isNull(values.element(value));
        if (lastSeen[value] == lanes.length && (!isNull || element.isNullable())) {
          picks.add(values.element(value));
        }
      }
      picks.endRow();
    }
    return picks.column(element.isNullable() ? elements : elements.withNulls(null));
  }

  /** Counts for each value of the first array how many arrays in a row have held it. */
  private static void see(DistinctElements values, int element, int array, int[] lastSeen) {
    int known = values.size();
    int value = values.number(element);
    if (value == known) {
      lastSeen[value] = array == 0 ? 1 : 0;
    } else if (lastSeen[value] == array) {
      lastSeen[value] = array + 1;
    }
  }
}
