// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.format.PageBuffers;
import io.twinhouse.storage.arrow.format.PageCursor;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.lane.LaneBuffer;

/** Builds the decoder of one stream, for containers one within the other. */
final class Cursors {

  private final StreamKey stream;
  private final PageBuffers buffers;
  private int leaves;

  Cursors(StreamKey stream, PageBuffers buffers) {
    this.stream = stream;
    this.buffers = buffers;
  }

  PageCursor of(Type type, boolean dictionary) {
    Type base = type.base();
    return switch (type.lane()) {
      case LONG -> new LongCursor();
      case DOUBLE -> new DoubleCursor();
      case BYTES -> dictionary ? new IdCursor() : new BytesCursor(buffers.of(stream, leaves++));
      case WIDE -> new WideCursor();
      case ARRAY -> new ArrayCursor(of(LaneBuffer.elementOf(base), false));
      case TUPLE ->
          new TupleCursor(((TupleType) base).elements().stream().map(t -> of(t, false)).toList());
    };
  }
}
