// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.RowPass;
import io.twinhouse.engine.function.define.RowSelection;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Which of equally good rows of a whole table ClickHouse takes, block by block. Of numbers it is
 * the last one unless the first row of the block is one of them, of numbers of 128 bits and more
 * the first one, of everything else the one that a selection moves to the front, or the first one
 * of a part of the rows. A block goes on behind a full batch and ends with a shorter one. A
 * selection is known within one batch; where the block has more, and by tuples, which the server
 * sorts element by element, ties are refused unless the values are the same.
 */
final class TableTies {

  /** What decides between equals. */
  private enum Rule {
    FIRST,
    EDGE,
    SELECTED,
    REFUSED
  }

  private final Rule rule;
  private final ValueOrder order;
  private final ValueOrder valueOrder;
  private boolean blockStarts = true;

  /** Whether the best row so far is of this block and may give way to a later one. */
  private boolean yields;

  private long bestLong;
  private double bestDouble;

  /** Whether rows of different values have the best key, which is of this block. */
  private boolean tied;

  private boolean isOfBlock;

  /** Key and value of the best row so far, where ties are refused. */
  private @Nullable Column heldKey;

  private @Nullable Column heldValue;

  TableTies(Type value, Type key, boolean largest) {
    valueOrder = ValueOrder.of(value);
    rule = ruleOf(key.base());
    order = largest ? ValueOrder.reverse(key) : ValueOrder.of(key);
  }

  private static Rule ruleOf(Type base) {
    boolean number = base instanceof IntegerType || base instanceof DecimalType;
    if (base.lane() == Lane.WIDE && number) {
      return Rule.FIRST;
    }
    if (base instanceof TupleType tuple && tuple.elements().size() > 1) {
      return Rule.REFUSED;
    }
    boolean plain = base.lane() == Lane.LONG || base.lane() == Lane.DOUBLE;
    return plain && !(base instanceof IpType) ? Rule.EDGE : Rule.SELECTED;
  }

  /**
   * The row to keep after a batch, -1 for none.
   *
   * @param best the first row of the batch that has its best key, -1 if a batch before had better
   */
  int pick(Column value, Column column, int rows, int best, RowPass pass) {
    if (pass == RowPass.PART && rule != Rule.EDGE) {
      return best;
    }
    Column keys = column.flatten();
    return switch (rule) {
      case FIRST -> best;
      case EDGE -> edge(keys, rows, best);
      case SELECTED -> selected(value.flatten(), keys, rows, best);
      case REFUSED -> only(value.flatten(), keys, rows, best);
    };
  }

  private int only(Column values, Column keys, int rows, int best) {
    if (best >= 0) {
      hold(values, keys, best);
    }
    if (differs(values, keys, rows)) {
      throw refused("by a tuple");
    }
    return best;
  }

  private int selected(Column values, Column keys, int rows, int best) {
    boolean goesOn = !blockStarts;
    blockStarts = rows < Batch.ROWS;
    isOfBlock = best >= 0 || (isOfBlock && goesOn);
    if (best >= 0) {
      hold(values, keys, best);
      tied = false;
    }
    if (isOfBlock) {
      tied |= differs(values, keys, rows);
      if (tied && goesOn) {
        throw refused("of more than " + Batch.ROWS + " rows by what is no number");
      }
    }
    return best < 0 ? -1 : RowSelection.least(rows, (a, b) -> order.compare(keys, a, keys, b) < 0);
  }

  private void hold(Column values, Column keys, int row) {
    heldKey = keys.gather(new int[] {row}, 1);
    heldValue = values.gather(new int[] {row}, 1);
  }

  /** Whether a row has the best key and another value than the row that is held. */
  private boolean differs(Column values, Column keys, int rows) {
    Column key = heldKey;
    Column value = heldValue;
    for (int row = 0; row < rows && key != null && value != null; row++) {
      boolean ties = order.compare(keys, row, key, 0) == 0;
      if (ties && valueOrder.compare(values, row, value, 0) != 0) {
        return true;
      }
    }
    return false;
  }

  private static TwinhouseException refused(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "argMin and argMax of a whole table "
            + what
            + ", where rows of different values have the best one; order by more that tells the"
            + " rows apart, as in argMax(a, (b, a))");
  }

  private int edge(Column keys, int rows, int best) {
    if (best >= 0) {
      yields = best > 0 || !blockStarts;
      hold(keys, best);
    }
    int picked = yields ? last(keys, rows) : best;
    blockStarts = rows < Batch.ROWS;
    yields &= !blockStarts;
    return picked;
  }

  private void hold(Column keys, int row) {
    if (keys instanceof LongColumn longs) {
      bestLong = longs.values()[row];
    } else {
      bestDouble = ((DoubleColumn) keys).values()[row];
    }
  }

  private int last(Column keys, int rows) {
    int row = rows - 1;
    if (keys instanceof LongColumn longs) {
      while (row >= 0 && longs.values()[row] != bestLong) {
        row--;
      }
    } else {
      double[] values = ((DoubleColumn) keys).values();
      while (row >= 0 && values[row] != bestDouble) {
        row--;
      }
    }
    return row;
  }
}
