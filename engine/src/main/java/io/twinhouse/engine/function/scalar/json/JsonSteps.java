// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The way from a document to one of its elements: keys, and positions from 1 on or from -1
 * backwards, each taken from an argument of the call.
 */
final class JsonSteps {

  private final BytesLane document;
  private final @Nullable BytesLane[] keys;
  private final @Nullable LongLane[] positions;
  private final boolean anyCase;
  private final TextInput input = new TextInput();
  private final TextOutput key = new TextOutput();

  private JsonSteps(Invocation call, int steps, boolean anyCase) {
    document = BytesLane.of(call.argument(0));
    keys = new BytesLane[steps];
    positions = new LongLane[steps];
    this.anyCase = anyCase;
    for (int i = 0; i < steps; i++) {
      Column step = call.argument(i + 1);
      Column flat =
          step instanceof io.twinhouse.engine.column.ConstantColumn constant
              ? constant.value()
              : step;
      if (flat instanceof io.twinhouse.engine.column.LongColumn) {
        positions[i] = LongLane.of(step);
      } else {
        keys[i] = BytesLane.of(step);
      }
    }
  }

  /**
   * The steps of one call on one batch.
   *
   * @param steps how many arguments behind the document are steps
   */
  static JsonSteps of(Invocation call, int steps, boolean anyCase) {
    return new JsonSteps(call, steps, anyCase);
  }

  /** Refuses arguments that are no document or no step. */
  static void check(CallSite call, int steps) {
    if (call.size() == 0) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Function " + call.name() + " requires at least one argument");
    }
    if (!CallSite.isText(call.base(0))) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "The first argument of function "
              + call.name()
              + " should be a string containing JSON or Object, illegal type: "
              + call.type(0).name());
    }
    for (int i = 1; i <= steps; i++) {
      boolean position = call.base(i) instanceof IntegerType && call.base(i).lane() == Lane.LONG;
      if (!position && !CallSite.isText(call.base(i))) {
        throw call.refuse(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "The argument "
                + (i + 1)
                + " of function "
                + call.name()
                + " should be a string specifying key or an integer specifying index, illegal type: "
                + call.type(i).name());
      }
    }
  }

  /** The cursor on the element of a row, or null if there is none. */
  @Nullable TextInput find(int row) {
    key.reset();
    input.over(document.data(), document.start(row), document.end(row));
    if (!JsonDocument.isValid(input)) {
      return null;
    }
    input.moveTo(input.start());
    input.skipBlanks();
    for (int i = 0; i < keys.length; i++) {
      LongLane position = positions[i];
      boolean found = position != null ? byPosition(position.at(row)) : byKey(keys[i], row);
      if (!found) {
        return null;
      }
    }
    return input;
  }

  /** The key of the member found last, if the last step led to a member. */
  TextOutput lastKey() {
    return key;
  }

  private boolean byKey(@Nullable BytesLane wanted, int row) {
    if (wanted == null || input.peek() != '{') {
      return false;
    }
    JsonDocument.enter(input);
    while (input.peek() == '"') {
      JsonText.readString(input, key);
      JsonDocument.pass(input, ':');
      if (matches(wanted, row)) {
        return true;
      }
      JsonDocument.skip(input);
      JsonDocument.pass(input, ',');
    }
    return false;
  }

  private boolean matches(BytesLane wanted, int row) {
    int length = wanted.length(row);
    if (length != key.length()) {
      return false;
    }
    if (!anyCase) {
      return Arrays.equals(
          wanted.data(), wanted.start(row), wanted.end(row), key.data(), 0, length);
    }
    for (int i = 0; i < length; i++) {
      int a = wanted.data()[wanted.start(row) + i];
      int b = key.data()[i];
      if (lower(a) != lower(b)) {
        return false;
      }
    }
    return true;
  }

  private static int lower(int value) {
    return value >= 'A' && value <= 'Z' ? value + 32 : value;
  }

  private boolean byPosition(long position) {
    int first = input.peek();
    if ((first != '{' && first != '[') || position == 0) {
      return false;
    }
    long wanted = position;
    if (position < 0) {
      int from = input.position();
      wanted = JsonDocument.count(input) + 1 + position;
      input.moveTo(from);
      if (wanted < 1) {
        return false;
      }
    }
    JsonDocument.enter(input);
    long at = 1;
    while (input.peek() != '}' && input.peek() != ']') {
      if (first == '{') {
        JsonText.readString(input, key);
        JsonDocument.pass(input, ':');
      } else {
        key.reset();
      }
      if (at == wanted) {
        return true;
      }
      JsonDocument.skip(input);
      JsonDocument.pass(input, ',');
      at++;
    }
    return false;
  }
}
