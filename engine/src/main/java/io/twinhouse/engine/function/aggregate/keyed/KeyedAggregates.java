// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.keyed;

import static io.twinhouse.engine.function.AggregateTrait.UNORDERED_STATE;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.keyed.KeyedShape.Operation;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.ObjectStates;
import io.twinhouse.engine.function.aggregate.state.ValueCodec;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/** Aggregates over arrays of keys and values. */
public final class KeyedAggregates implements FunctionLibrary {

  @Override
  public List<AggregateFunction> aggregates() {
    return new AggregateFamily("Aggregates: values by key")
        .add("sumMappedArrays", call -> fold(call, Operation.SUM, false, false))
        .with(UNORDERED_STATE)
        .add("minMappedArrays", call -> fold(call, Operation.MIN, true, false))
        .with(UNORDERED_STATE)
        .add("maxMappedArrays", call -> fold(call, Operation.MAX, true, false))
        .with(UNORDERED_STATE)
        .add("sumMapWithOverflow", call -> fold(call, Operation.SUM, true, false))
        .with(UNORDERED_STATE)
        .add("sumMapFiltered", call -> fold(call, Operation.SUM, false, true))
        .with(UNORDERED_STATE)
        .add("sumMapFilteredWithOverflow", call -> fold(call, Operation.SUM, true, true))
        .with(UNORDERED_STATE)
        .functions();
  }

  private static BoundAggregate fold(
      AggregateSite call, Operation operation, boolean sameType, boolean filtered) {
    List<Type> arguments = call.types();
    boolean tuple = arguments.size() == 1 && arguments.get(0) instanceof TupleType;
    if (arguments.size() == 1 && arguments.get(0) instanceof TupleType pair) {
      arguments = pair.elements();
    }
    if (arguments.size() < 2) {
      throw call.wrongCount(
          "Aggregate function "
              + call.name()
              + " requires at least two arguments of Array type or one argument of tuple of two"
              + " arrays");
    }
    List<Type> elements = new ArrayList<>();
    for (Type argument : arguments) {
      if (!(argument instanceof ArrayType array)) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "Illegal type "
                + argument.name()
                + " of argument for aggregate function "
                + call.name()
                + ": it must be an array");
      }
      elements.add(array.element());
    }
    KeyedShape shape = shape(call, operation, sameType, tuple, elements, filtered);
    List<Type> results = new ArrayList<>();
    results.add(new ArrayType(shape.key()));
    for (Type value : shape.values()) {
      results.add(new ArrayType(sameType ? value : promoted(value)));
    }
    return ObjectStates.of(
        TupleType.of(results), call.types(), memory -> new KeyedFold(shape, memory));
  }

  private static KeyedShape shape(
      AggregateSite call,
      Operation operation,
      boolean sameType,
      boolean tuple,
      List<Type> elements,
      boolean filtered) {
    Type key = elements.get(0);
    if (key.isNullable() || key.lane() == Lane.ARRAY || key.lane() == Lane.TUPLE) {
      throw call.notImplemented("keys of type " + key.name());
    }
    List<Type> values = elements.subList(1, elements.size());
    for (Type value : values) {
      boolean number =
          (value instanceof IntegerType integer && integer.bits() <= 64)
              || value instanceof FloatType;
      if (!number) {
        throw call.notImplemented("values of type " + value.name());
      }
    }
    if (!filtered) {
      call.plain();
    }
    return new KeyedShape(
        operation,
        key,
        new ValueCodec(key, ValueCodec.Form.BINARY),
        List.copyOf(values),
        values.stream().map(v -> new Numbers(sameType ? v : promoted(v))).toList(),
        values.stream().map(v -> new Numbers(promoted(v))).toList(),
        tuple,
        operation == Operation.SUM,
        filtered ? filter(call, key) : null);
  }

  private static Column filter(AggregateSite call, Type key) {
    if (call.parameters().size() != 1) {
      throw call.wrongCount(
          "Aggregate function '" + call.name() + "' requires exactly one parameter of Array type");
    }
    Column constant = call.parameters().get(0).constant();
    if (constant == null
        || !(constant.flatten() instanceof ArrayColumn array)
        || !(call.parameters().get(0).type() instanceof ArrayType type)) {
      throw call.badArguments(
          "Aggregate function " + call.name() + " requires an Array as a parameter");
    }
    if (type.element().lane() != key.lane()) {
      throw call.notImplemented("keys of type " + key.name() + " and a filter of another");
    }
    return array.elements().flatten();
  }

  private static Type promoted(Type type) {
    if (type instanceof IntegerType integer) {
      return integer.signed() ? IntegerType.INT64 : IntegerType.UINT64;
    }
    return FloatType.FLOAT64;
  }
}
