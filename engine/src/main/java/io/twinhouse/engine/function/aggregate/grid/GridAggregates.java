// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.grid;

import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.AggregateTrait;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.aggregate.define.AggregateBinder;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.ObjectStates;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** timeSeries...: samples by time, and what PromQL makes of them on a grid. */
public final class GridAggregates implements FunctionLibrary {

  private static final String TABLES = "allow_experimental_time_series_table";
  private static final String FUNCTIONS = "allow_experimental_time_series_aggregate_functions";

  @Override
  public List<AggregateFunction> aggregates() {
    AggregateFamily family = new AggregateFamily("Aggregates: time series");
    add(family, "timeSeriesGroupArray", call -> series(call, Integer.MAX_VALUE));
    add(family, "timeSeriesLastTwoSamples", call -> series(call, 2));
    grid(family, "timeSeriesRateToGrid", GridRule.RATE);
    grid(family, "timeSeriesIncreaseToGrid", GridRule.INCREASE);
    grid(family, "timeSeriesDeltaToGrid", GridRule.DELTA);
    grid(family, "timeSeriesInstantRateToGrid", GridRule.INSTANT_RATE);
    grid(family, "timeSeriesInstantDeltaToGrid", GridRule.INSTANT_DELTA);
    grid(
        family, "timeSeriesResampleToGridWithStaleness", GridRule.RESAMPLE, "timeSeriesLastToGrid");
    grid(family, "timeSeriesChangesToGrid", GridRule.CHANGES);
    grid(family, "timeSeriesResetsToGrid", GridRule.RESETS);
    return family.functions();
  }

  private static void add(
      AggregateFamily family, String name, AggregateBinder binder, String... aliases) {
    family
        .add(name, traits -> traits.withAliases(aliases), binder)
        .with(AggregateTrait.UNORDERED_STATE)
        .behind(FUNCTIONS, TABLES);
  }

  private static void grid(AggregateFamily family, String name, GridRule rule, String... aliases) {
    add(
        family,
        name,
        call -> {
          GridParameters parameters = GridParameters.of(call);
          GridShape shape = parameters.shape();
          return ObjectStates.of(
              new ArrayType(parameters.value().toNullable()),
              call.types(),
              memory -> new GridState(rule, shape, memory));
        },
        aliases);
  }

  private static BoundAggregate series(AggregateSite call, int most) {
    GridParameters read = GridParameters.of(call.plain());
    if (most == 2 && call.base(0) instanceof ArrayType) {
      throw call.illegal(1);
    }
    Type pair = TupleType.of(List.of(read.time(), read.value()));
    Numbers times = new Numbers(read.time());
    Numbers values = new Numbers(read.value());
    return ObjectStates.of(
        new ArrayType(pair), call.types(), memory -> new SeriesState(times, values, most, memory));
  }
}
