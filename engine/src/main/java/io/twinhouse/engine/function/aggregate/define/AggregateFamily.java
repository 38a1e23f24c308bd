// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.define;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.AggregateTrait;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionTraits;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Aggregate functions under one heading of the documentation, one entry after the other. */
public final class AggregateFamily {

  private final String title;
  private final List<Entry> functions = new ArrayList<>();

  public AggregateFamily(String title) {
    this.title = title;
  }

  /** A function that is NULL over NULLs alone. */
  public AggregateFamily add(String name, AggregateBinder binder) {
    return add(name, UnaryOperator.identity(), binder);
  }

  /** A function that is NULL over NULLs alone, with traits that differ from the usual ones. */
  public AggregateFamily add(
      String name, UnaryOperator<FunctionTraits> traits, AggregateBinder binder) {
    functions.add(
        new Entry(name, traits.apply(FunctionTraits.of(title)), binder, Set.of(), List.of()));
    return this;
  }

  /** A function whose result over NULLs alone is its result over no rows. */
  public AggregateFamily addCounting(String name, AggregateBinder binder) {
    return addCounting(name, UnaryOperator.identity(), binder);
  }

  /** As the other, with traits that differ from the usual ones. */
  public AggregateFamily addCounting(
      String name, UnaryOperator<FunctionTraits> traits, AggregateBinder binder) {
    functions.add(
        new Entry(
            name,
            traits.apply(FunctionTraits.of(title)),
            binder,
            Set.of(AggregateTrait.DEFAULT_OVER_NULLS),
            List.of()));
    return this;
  }

  /** Gives the function that was added last further traits. */
  public AggregateFamily with(AggregateTrait... traits) {
    int last = functions.size() - 1;
    functions.set(last, functions.get(last).with(List.of(traits)));
    return this;
  }

  /**
   * Hides the function that was added last from those for whom none of these settings is on, as the
   * server does with what it calls experimental.
   */
  public AggregateFamily behind(String... settings) {
    int last = functions.size() - 1;
    functions.set(last, functions.get(last).behind(List.of(settings)));
    return this;
  }

  public List<AggregateFunction> functions() {
    return List.copyOf(functions);
  }

  private record Entry(
      String name,
      FunctionTraits traits,
      AggregateBinder binder,
      Set<AggregateTrait> marks,
      List<String> switches)
      implements AggregateFunction {
    @Override
    public BoundAggregate bind(
        List<Argument> parameters, List<Argument> arguments, BindContext context) {
      if (!switches.isEmpty() && switches.stream().noneMatch(name -> isOn(context, name))) {
        throw new TwinhouseException(
            ErrorCode.UNKNOWN_AGGREGATE_FUNCTION,
            "Aggregate function "
                + name
                + " is experimental and disabled by default. Enable it with setting "
                + switches.get(0));
      }
      return binder.bind(new AggregateSite(name, parameters, arguments));
    }

    private static boolean isOn(BindContext context, String setting) {
      return !context.settings().value(setting).equals("0");
    }

    @Override
    public boolean has(AggregateTrait trait) {
      return marks.contains(trait);
    }

    Entry with(List<AggregateTrait> more) {
      Set<AggregateTrait> all = EnumSet.copyOf(more);
      all.addAll(marks);
      return new Entry(name, traits, binder, Set.copyOf(all), switches);
    }

    Entry behind(List<String> settings) {
      return new Entry(name, traits, binder, marks, settings);
    }
  }
}
