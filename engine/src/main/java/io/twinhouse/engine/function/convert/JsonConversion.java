// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.TextInput;

/** Text as JSON: checked, and kept as it is. */
final class JsonConversion {

  private JsonConversion() {}

  static Column convert(Column source) {
    BytesLane lane = BytesLane.of(source);
    BytesBuffer out = new BytesBuffer(source.size());
    TextInput in = new TextInput();
    for (int row = 0; row < source.size(); row++) {
      in.over(lane.data(), lane.start(row), lane.end(row));
      in.skipBlanks();
      boolean object = in.peek() == '{' && JsonText.skipValue(in, 0);
      in.skipBlanks();
      if (!object || !in.atEnd()) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA, "Cannot parse JSON object here: " + lane.string(row));
      }
      out.append(lane.data(), lane.start(row), lane.length(row));
    }
    return out.toColumn(null);
  }
}
