// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.TextInput;

/** The server's refusals of JSON text. */
final class JsonFailure {

  private static final int SHOWN = 200;

  private JsonFailure() {}

  static TwinhouseException malformed(TextInput in) {
    String text = in.text();
    String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    return new TwinhouseException(
        ErrorCode.INCORRECT_DATA, "Cannot parse JSON object here: " + shown);
  }

  /** Depth is counted, yet a caller may be deep in a small stack already. */
  static TwinhouseException tooDeep() {
    return new TwinhouseException(
        ErrorCode.TOO_DEEP_RECURSION, "A JSON value is too deeply nested for this thread's stack");
  }

  static TwinhouseException duplicate(String path) {
    return new TwinhouseException(
        ErrorCode.INCORRECT_DATA,
        "Cannot insert data into JSON column: Duplicate path found during parsing JSON object: "
            + path
            + ". You can enable setting type_json_skip_duplicated_paths to skip duplicated paths"
            + " during insert");
  }
}
