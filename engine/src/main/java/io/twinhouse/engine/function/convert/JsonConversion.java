// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.text.JsonCanonical;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;

/** Text as JSON, in its canonical form. */
final class JsonConversion {

  private JsonConversion() {}

  static Column convert(Column source) {
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
