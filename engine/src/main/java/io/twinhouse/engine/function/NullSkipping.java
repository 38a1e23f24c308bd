// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;

/**
 * An aggregate function over Nullable arguments: rows with a NULL are left out, and a group that
 * saw no other row is NULL.
 *
 * @param flagged whether states begin with a flag that says that a row was seen
 */
record NullSkipping(BoundAggregate nested, Type returnType, boolean flagged)
    implements BoundAggregate {

  /**
   * @param single whether the function has one argument: with more of them states are flagged
   */
  static BoundAggregate of(
      BoundAggregate nested, boolean single, boolean defaultOverNulls, boolean plain) {
    Type type = nested.returnType();
    if (plain) {
      return new NullSkipping(nested, type, false);
    }
    if (!defaultOverNulls && type.base() instanceof TupleType) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The result type Nullable("
              + type.name()
              + ") is not implemented; aggregate arguments"
              + " that are not Nullable, as by assumeNotNull");
    }
    boolean nullable = !defaultOverNulls && type.toNullable().isNullable();
    return new NullSkipping(
        nested,
        defaultOverNulls ? type : type.toNullable(),
        !single || defaultOverNulls || (nullable && !type.isNullable()));
  }

  @Override
  public boolean ignoresOrder() {
    return nested.ignoresOrder();
  }

  @Override
  public Accumulator newAccumulator(Reservation memory) {
    boolean nullResult = returnType.isNullable() && !nested.returnType().isNullable();
    return new States(nested.newAccumulator(memory), nullResult, flagged, memory);
  }

  private static final class States implements Accumulator {
    private final Accumulator nested;
    private final Reservation memory;
    private final boolean nullResult;
    private final boolean flagged;
    private boolean[] seen = new boolean[0];
    private int[] kept = new int[0];

    States(Accumulator nested, boolean nullResult, boolean flagged, Reservation memory) {
      this.flagged = flagged;
      this.nested = nested;
      this.nullResult = nullResult;
      this.memory = memory;
    }

    @Override
    public void resize(int groups) {
      nested.resize(groups);
      if (nullResult && groups > seen.length) {
        int capacity = Math.max(groups, Math.min(seen.length * 2, Integer.MAX_VALUE - 16));
        memory.grow(capacity);
        int old = seen.length;
        seen = Arrays.copyOf(seen, capacity);
        memory.shrink(old);
      }
    }

    @Override
    public void add(Column[] arguments, int[] groups, int rows) {
      add(arguments, groups, rows, RowPass.EACH);
    }

    @Override
    public void add(Column[] arguments, int[] groups, int rows, RowPass pass) {
      int[] chosen = groups;
      for (Column argument : arguments) {
        boolean[] nulls = argument.nulls();
        if (nulls != null) {
          chosen = leaveOut(nulls, chosen, groups, rows);
        }
      }
      nested.add(arguments, chosen, rows, pass.chosen());
      if (nullResult) {
        for (int row = 0; row < rows; row++) {
          if (chosen[row] >= 0) {
            seen[chosen[row]] = true;
          }
        }
      }
    }

    private int[] leaveOut(boolean[] nulls, int[] chosen, int[] groups, int rows) {
      ensureKept(rows);
      if (chosen == groups) {
        System.arraycopy(groups, 0, kept, 0, rows);
      }
      for (int row = 0; row < rows; row++) {
        kept[row] = nulls[row] ? -1 : kept[row];
      }
      return kept;
    }

    @Override
    public void turnTo(int partition) {
      nested.turnTo(partition);
      ensureKept(Batch.ROWS);
    }

    private void ensureKept(int rows) {
      if (kept.length < rows) {
        memory.grow(4L * (rows - kept.length));
        kept = new int[rows];
      }
    }

    @Override
    public void merge(Accumulator other, int[] target, int groups) {
      States states = (States) other;
      nested.merge(states.nested, target, groups);
      if (nullResult) {
        for (int group = 0; group < groups; group++) {
          seen[target[group]] |= states.seen[group];
        }
      }
    }

    @Override
    public Column results(int from, int count) {
      Column values = nested.results(from, count);
      if (!nullResult) {
        return values;
      }
      boolean[] nulls = new boolean[count];
      boolean any = false;
      for (int i = 0; i < count; i++) {
        nulls[i] = !seen[from + i];
        any |= nulls[i];
      }
      return any ? values.withNulls(nulls) : values;
    }

    @Override
    public void writeState(int group, BytesBuffer out) {
      boolean present = !nullResult || seen[group];
      if (flagged) {
        out.write(present ? 1 : 0);
      }
      if (present) {
        nested.writeState(group, out);
      }
    }

    @Override
    public void mergeState(int group, StateReader in) {
      if (!flagged) {
        nested.mergeState(group, in);
      } else if (in.readByte() != 0) {
        if (nullResult) {
          seen[group] = true;
        }
        nested.mergeState(group, in);
      }
    }
  }
}
