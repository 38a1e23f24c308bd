// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.AggregateCombinator.Nested;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.RowPass;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;

/** -If: only rows whose last argument is true; NULL is not. */
record Conditioned(BoundAggregate nested) implements BoundAggregate {

  static BoundAggregate bind(Nested nested, List<Argument> parameters, List<Argument> arguments) {
    if (arguments.isEmpty()) {
      throw Refusals.count("If");
    }
    int last = arguments.size() - 1;
    Type condition = arguments.get(last).type();
    Type base = condition.base();
    if (!(base.equals(IntegerType.UINT8)
        || base instanceof BoolType
        || base instanceof NothingType)) {
      throw Refusals.type(condition, "last argument for aggregate function with If suffix");
    }
    return new Conditioned(nested.bind(parameters, arguments.subList(0, last)));
  }

  @Override
  public Type returnType() {
    return nested.returnType();
  }

  @Override
  public boolean ignoresOrder() {
    return nested.ignoresOrder();
  }

  @Override
  public BoundAggregate toTheDay() {
    return new Conditioned(nested.toTheDay());
  }

  @Override
  public BoundAggregate toUnordered() {
    return new Conditioned(nested.toUnordered());
  }

  @Override
  public Accumulator newAccumulator(Reservation memory) {
    return new States(nested.newAccumulator(memory), memory);
  }

  private static final class States extends Wrapped {
    private final RowNumbers chosen;

    /**
     * The server works through a table row by row where a condition chooses rows of states or of
     * arrays.
     */
    private final boolean rowByRow;

    States(Accumulator nested, Reservation memory) {
      super(nested);
      rowByRow = nested instanceof Unfinished || nested instanceof Unnested;
      chosen = new RowNumbers(memory);
    }

    /** Takes the room for a whole batch, so that memory does not hang on who comes first. */
    @Override
    public void turnTo(int partition) {
      nested.turnTo(partition);
      chosen.of(Batch.ROWS);
    }

    @Override
    public void add(Column[] arguments, int[] groups, int rows) {
      add(arguments, groups, rows, RowPass.EACH);
    }

    @Override
    public void add(Column[] arguments, int[] groups, int rows, RowPass pass) {
      int last = arguments.length - 1;
      Column[] others = Arrays.copyOf(arguments, last);
      Column condition = arguments[last];
      if (condition instanceof ConstantColumn constant) {
        Column value = constant.value();
        if (!value.isNull(0) && ((LongColumn) value).values()[0] != 0) {
          nested.add(others, groups, rows, chosen(pass));
        }
        return;
      }
      long[] flags = ((LongColumn) condition).values();
      boolean[] nulls = condition.nulls();
      int[] kept = chosen.of(rows);
      for (int row = 0; row < rows; row++) {
        kept[row] = flags[row] != 0 ? groups[row] : -1;
      }
      if (nulls != null) {
        for (int row = 0; row < rows; row++) {
          kept[row] = nulls[row] ? -1 : kept[row];
        }
      }
      nested.add(others, kept, rows, chosen(pass));
    }

    private RowPass chosen(RowPass pass) {
      return rowByRow && pass.isWhole() ? RowPass.EACH : pass.chosen();
    }
  }
}
