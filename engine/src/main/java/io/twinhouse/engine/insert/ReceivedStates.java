// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.insert;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.combinator.StateTypes;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.setting.Settings;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.Type;
import java.time.Instant;
import java.time.ZoneOffset;

/** Checks states of aggregate functions that come from outside: each must be one, and no more. */
public final class ReceivedStates {

  /** States do not hang on who asks. */
  private static final BindContext ANYONE =
      new BindContext(Instant.EPOCH, ZoneOffset.UTC, "default", "default", Settings.DEFAULT::text);

  private ReceivedStates() {}

  /**
   * Reads all states of some rows once.
   *
   * @throws TwinhouseException CANNOT_READ_ALL_DATA for one that is cut, BAD_ARGUMENTS for one with
   *     bytes behind its end
   */
  public static void require(Batch rows, Schema schema, MemoryContext memory) {
    for (int c = 0; c < rows.width(); c++) {
      Type type = schema.type(c);
      if (type instanceof AggregateFunctionType state && !state.simple()) {
        require((BytesColumn) rows.column(c).flatten(), rows.rows(), state, memory);
      }
    }
  }

  private static void merge(
      Accumulator states, int row, StateReader bytes, AggregateFunctionType type) {
    try {
      states.mergeState(row, bytes);
    } catch (TwinhouseException refused) {
      throw refused;
    } catch (RuntimeException broken) {
      // what a library makes of bytes that are none of its own
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA,
          "Cannot read a state of `" + type.function() + "`: " + broken.getMessage(),
          broken);
    }
  }

  private static void require(
      BytesColumn states, int rows, AggregateFunctionType type, MemoryContext memory) {
    BoundAggregate function = StateTypes.bind(type, ANYONE);
    try (Reservation held = new Reservation(memory)) {
      Accumulator read = function.newAccumulator(held);
      read.resize(rows);
      for (int row = 0; row < rows; row++) {
        int length = states.length(row);
        if (length == 0) {
          continue;
        }
        StateReader bytes = new StateReader(states.data(), states.offsets()[row], length);
        merge(read, row, bytes, type);
        if (bytes.left() > 0) {
          throw new TwinhouseException(
              ErrorCode.BAD_ARGUMENTS,
              "AggregateFunction state for `"
                  + type.function()
                  + "` has "
                  + bytes.left()
                  + " trailing byte(s) after deserialization");
        }
      }
    }
  }
}
