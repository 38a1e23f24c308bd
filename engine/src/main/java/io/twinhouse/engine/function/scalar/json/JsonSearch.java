// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;

/**
 * The search for the value that the arguments {@code (json, step, ...)} of a call name.
 *
 * @param steps how many of the arguments behind the first are steps
 * @param ignoreCase whether keys match in any case
 */
record JsonSearch(int steps, boolean ignoreCase) {

  /**
   * @param last how many arguments at the end are no steps
   */
  static JsonSearch of(CallSite call, int last, boolean ignoreCase) {
    if (call.size() < 1 + last) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Function "
              + call.name()
              + (last == 0
                  ? " requires at least one argument"
                  : " requires at least two arguments"));
    }
    if (call.base(0) instanceof JsonType) {
      throw call.notImplemented("the type JSON; convert it to String");
    }
    if (!(call.base(0) instanceof StringType)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "The first argument of function "
              + call.name()
              + " should be a string containing JSON or a JSON object, illegal type: "
              + call.type(0).name());
    }
    for (int i = 1; i < call.size() - last; i++) {
      boolean isPosition =
          call.base(i) instanceof IntegerType integer && integer.lane() == Lane.LONG;
      if (!isPosition && !(call.base(i) instanceof StringType)) {
        throw call.refuse(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "The argument "
                + (i + 1)
                + " of function "
                + call.name()
                + " should be a string specifying key or an integer specifying index, illegal"
                + " type: "
                + call.type(i).name());
      }
    }
    return new JsonSearch(call.size() - 1 - last, ignoreCase);
  }

  /** Looks at the outcome for each row of a batch. */
  interface Visitor {
    /** The value, if {@code found}, is where {@code value} says. */
    void row(int row, boolean found, JsonLocator value);
  }

  /** Shows the outcome for each row. */
  void visit(Invocation call, Visitor visitor) {
    JsonLocator locator =
        call.scratch().keep(JsonLocator.class, memory -> new JsonLocator(steps, ignoreCase));
    BytesLane texts = BytesLane.of(call.argument(0));
    BytesLane[] keys = new BytesLane[steps];
    LongLane[] positions = new LongLane[steps];
    boolean constant = true;
    for (int step = 0; step < steps; step++) {
      Column argument = call.argument(step + 1);
      constant &= argument instanceof ConstantColumn;
      if (first(argument) instanceof LongColumn) {
        positions[step] = LongLane.of(argument);
      } else {
        keys[step] = BytesLane.of(argument);
      }
    }
    for (int row = 0; row < call.rows(); row++) {
      if (row == 0 || !constant) {
        set(locator, keys, positions, row);
      }
      JsonLocator.Outcome outcome = locator.find(texts.data(), texts.start(row), texts.end(row));
      visitor.row(row, outcome == JsonLocator.Outcome.FOUND, locator);
    }
  }

  private static Column first(Column argument) {
    Column column = argument instanceof ConstantColumn constant ? constant.value() : argument;
    return column instanceof LongColumn ? column : BytesColumn.ofStrings();
  }

  private static void set(JsonLocator locator, BytesLane[] keys, LongLane[] positions, int row) {
    for (int step = 0; step < keys.length; step++) {
      if (keys[step] == null) {
        locator.setPosition(step, positions[step].at(row));
      } else {
        locator.setKey(step, keys[step].data(), keys[step].start(row), keys[step].end(row));
      }
    }
  }
}
