// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.FileView;
import io.twinhouse.storage.arrow.format.PageCursor;
import io.twinhouse.storage.arrow.format.PartDescription;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import java.io.IOException;

/** Version 1; the package says what its bytes are. */
public final class FormatV1 implements PartFormat {

  @Override
  public PartDescription write(
      Directory directory, String file, PartContent content, Reservation memory)
      throws IOException {
    return new PartFileWriter(content, memory).write(directory, file);
  }

  @Override
  public PartDescription read(String file, FileView view) throws IOException {
    return new PartFileReader(file, view).read();
  }

  @Override
  public PageCursor cursor(Type type, boolean dictionary) {
    Type base = type.base();
    return switch (type.lane()) {
      case LONG -> new LongCursor();
      case DOUBLE -> new DoubleCursor();
      case BYTES -> dictionary ? new IdCursor() : new BytesCursor();
      case WIDE -> new WideCursor();
      case ARRAY -> new ArrayCursor(cursor(LaneBuffer.elementOf(base), false));
      case TUPLE ->
          new TupleCursor(
              ((TupleType) base).elements().stream().map(t -> cursor(t, false)).toList());
    };
  }
}
