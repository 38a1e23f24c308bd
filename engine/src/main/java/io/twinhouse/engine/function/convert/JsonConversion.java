// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.json.ObjectPrinter;
import io.twinhouse.engine.text.JsonMarks;
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
    ObjectPrinter objects = new ObjectPrinter();
    TextOutput text = new TextOutput();
    for (int row = 0; row < source.size(); row++) {
      text.reset();
      objects.write(lane.data(), lane.start(row), lane.end(row), text);
      out.append(text.data(), 0, text.length());
    }
    return out.toColumn(null);
  }

  /** Its text as it is shown. */
  static Column toText(Column source) {
    BytesLane lane = BytesLane.of(source);
    if (!JsonMarks.in(lane.data(), lane.start(0), lane.end(source.size() - 1))) {
      return source;
    }
    BytesBuffer out = new BytesBuffer(source.size());
    TextOutput text = new TextOutput();
    for (int row = 0; row < source.size(); row++) {
      text.reset();
      JsonMarks.write(lane.data(), lane.start(row), lane.end(row), text);
      out.append(text.data(), 0, text.length());
    }
    return out.toColumn(null);
  }
}
