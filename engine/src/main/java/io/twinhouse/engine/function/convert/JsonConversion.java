// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.text.JsonCanonical;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.JsonType;

/** Text as JSON, in its canonical form. */
final class JsonConversion {

  private JsonConversion() {}

  static Conversion to(JsonType type) {
    if (type.namesPaths()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Values of type "
              + type.name()
              + " are not supported: paths with a type or SKIP; use plain JSON");
    }
    return JsonConversion::convert;
  }

  private static Column convert(Column source) {
    BytesLane lane = BytesLane.of(source);
    BytesBuffer out = new BytesBuffer(source.size());
    TextInput in = new TextInput();
    TextOutput text = new TextOutput();
    for (int row = 0; row < source.size(); row++) {
      text.reset();
      JsonCanonical.write(in.over(lane.data(), lane.start(row), lane.end(row)), text);
      out.append(text.data(), 0, text.length());
    }
    return out.toColumn(null);
  }
}
