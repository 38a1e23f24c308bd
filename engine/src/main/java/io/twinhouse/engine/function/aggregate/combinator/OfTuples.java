// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.AggregateCombinator.Nested;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.RowPass;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/** -Tuple: the elements of the arguments, which are tuples, apart by their places. */
final class OfTuples implements Accumulator {

  private final List<Accumulator> nested;

  private OfTuples(List<Accumulator> nested) {
    this.nested = nested;
  }

  static BoundAggregate bind(Nested nested, List<Argument> parameters, List<Argument> arguments) {
    List<TupleType> tuples = tuples(arguments);
    TupleType first = tuples.get(0);
    List<BoundAggregate> bound = new ArrayList<>();
    for (int place = 0; place < first.elements().size(); place++) {
      List<Argument> elements = new ArrayList<>();
      for (TupleType tuple : tuples) {
        elements.add(Argument.of(tuple.elements().get(place)));
      }
      bound.add(nested.bind(parameters, elements));
    }
    List<Type> results = bound.stream().map(BoundAggregate::returnType).toList();
    return States.of(
        new TupleType(first.names(), results),
        memory -> new OfTuples(bound.stream().map(each -> each.newAccumulator(memory)).toList()));
  }

  private static List<TupleType> tuples(List<Argument> arguments) {
    if (arguments.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Aggregate function with Tuple suffix requires at least one Tuple argument");
    }
    List<TupleType> tuples = new ArrayList<>();
    for (Argument argument : arguments) {
      if (!(argument.type() instanceof TupleType tuple)) {
        throw Refusals.type(
            argument.type(), "argument for aggregate function with Tuple suffix. Must be Tuple");
      }
      tuples.add(tuple);
    }
    int size = tuples.get(0).elements().size();
    if (size == 0) {
      throw illegal("Tuple must not be empty for aggregate function with Tuple suffix");
    }
    for (TupleType tuple : tuples) {
      if (tuple.elements().size() != size) {
        throw illegal(
            "All Tuple arguments of aggregate function with Tuple suffix must have the same number"
                + " of elements, got "
                + size
                + " and "
                + tuple.elements().size());
      }
    }
    return tuples;
  }

  private static TwinhouseException illegal(String message) {
    return new TwinhouseException(ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, message);
  }

  @Override
  public void resize(int groups) {
    nested.forEach(each -> each.resize(groups));
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    add(arguments, groups, rows, RowPass.EACH);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows, RowPass pass) {
    TupleColumn[] tuples = new TupleColumn[arguments.length];
    for (int i = 0; i < tuples.length; i++) {
      tuples[i] = (TupleColumn) arguments[i].flatten();
    }
    Column[] elements = new Column[tuples.length];
    for (int place = 0; place < nested.size(); place++) {
      for (int i = 0; i < tuples.length; i++) {
        elements[i] = tuples[i].elements().get(place);
      }
      nested.get(place).add(elements.clone(), groups, rows, pass);
    }
  }

  @Override
  public void turnTo(int partition) {
    nested.forEach(each -> each.turnTo(partition));
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    for (int place = 0; place < nested.size(); place++) {
      nested.get(place).merge(((OfTuples) other).nested.get(place), target, groups);
    }
  }

  @Override
  public Column results(int from, int count) {
    return TupleColumn.of(nested.stream().map(each -> each.results(from, count)).toList(), count);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    nested.forEach(each -> each.writeState(group, out));
  }

  @Override
  public void mergeState(int group, StateReader in) {
    nested.forEach(each -> each.mergeState(group, in));
  }
}
