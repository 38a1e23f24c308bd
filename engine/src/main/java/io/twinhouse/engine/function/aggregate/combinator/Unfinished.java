// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.AggregateCombinator.Nested;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.RowPass;
import io.twinhouse.engine.function.aggregate.define.Fourfold;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** -State: the states themselves, as bytes. */
final class Unfinished extends Wrapped {

  private Unfinished(Accumulator nested) {
    super(nested);
  }

  static BoundAggregate bind(Nested nested, List<Argument> parameters, List<Argument> arguments) {
    String name = nested.canonicalName();
    if (name.contains("IfOrNull") || name.contains("IfOrDefault")) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The state of " + name + " is not implemented; the suffix If behind the other is");
    }
    boolean keyed = name.endsWith("MappedArrays") || name.startsWith("sumMapWith");
    boolean arrays =
        name.contains("Map")
            && !arguments.isEmpty()
            && !(arguments.get(0).type() instanceof MapType);
    if (keyed || arrays || name.startsWith("sumMapFiltered")) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The versioned state of " + name + " over arrays is not implemented; use maps");
    }
    boolean bounded =
        name.startsWith("groupArrayLast")
            || name.startsWith("groupArraySorted")
            || name.startsWith("groupConcat");
    if (bounded || (name.startsWith("groupArrayMoving") && !parameters.isEmpty())) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The state of " + name + " is not implemented; collect the values by groupArray");
    }
    List<Type> types = arguments.stream().map(Argument::type).toList();
    List<String> texts = parameters.stream().map(ParameterText::write).toList();
    Type type = new AggregateFunctionType(false, name, texts, types);
    if (name.matches("groupBitmap(And|Or|Xor).*")) {
      type = ofBitmaps(name, types);
    }
    return of(type, nested.bind(parameters, arguments));
  }

  /** What is folded from bitmaps is one itself. */
  private static Type ofBitmaps(String name, List<Type> types) {
    if (name.matches("groupBitmap(And|Or|Xor)") && types.size() == 1) {
      return types.get(0);
    }
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "The versioned state of " + name + " is not implemented; filter the rows before");
  }

  static BoundAggregate of(Type type, BoundAggregate bound) {
    BoundAggregate states = States.of(type, memory -> new Unfinished(bound.newAccumulator(memory)));
    if (bound.isOfElements()) {
      return new OfElements(states);
    }
    return bound.isFourfold() ? new Fourfold(states) : states;
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    nested.add(arguments, groups, rows);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows, RowPass pass) {
    nested.add(arguments, groups, rows, pass);
  }

  @Override
  public Column results(int from, int count) {
    BytesBuffer out = new BytesBuffer(count);
    for (int group = from; group < from + count; group++) {
      nested.writeState(group, out);
      out.endRow();
    }
    return out.toColumn(null);
  }
}
