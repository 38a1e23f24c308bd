// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.storage.arrow.file.DiskDirectory;
import io.twinhouse.storage.arrow.file.FileView;
import io.twinhouse.storage.arrow.format.PageBuffers;
import io.twinhouse.storage.arrow.format.PageCursor;
import io.twinhouse.storage.arrow.format.PartDescription;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.format.PartFormat.PartContent;
import io.twinhouse.storage.arrow.format.PartFormat.StreamContent;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.testkit.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A part of one column, in a file. */
final class WrittenColumn implements AutoCloseable {

  private static final PartFormat FORMAT = new FormatV1();

  private final MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);
  private final Reservation buffers = new Reservation(memory);
  private final FileView view;
  private final PartDescription description;
  private final PartStream stream;

  WrittenColumn(Path place, String typeName, Column column) throws IOException {
    Type type = TypeParser.parse(typeName);
    StreamContent content = StreamContent.of(StreamKey.of("c", type), column);
    FORMAT.write(
        new DiskDirectory(place),
        "part",
        new PartContent(column.size(), PartFormat.GRANULE_ROWS, "all", List.of(content), List.of()),
        buffers);
    view = new DiskDirectory(place).open("part");
    description = FORMAT.read("part", view);
    stream = description.streams().get(0);
  }

  /** As it lies there. */
  WrittenColumn(Path place) throws IOException {
    view = new DiskDirectory(place).open("part");
    description = FORMAT.read("part", view);
    stream = description.streams().get(0);
  }

  PartStream stream() {
    return stream;
  }

  int granules() {
    return description.granules();
  }

  int rowsOf(int granule) {
    return description.rowsOf(granule);
  }

  /** A cursor on the page of a granule. */
  PageCursor page(int granule) throws IOException {
    PageCursor cursor = FORMAT.cursor(stream.key(), false, new PageBuffers(buffers));
    cursor.bind(view.region(0, view.size()).address() + stream.pageOffsets()[granule]);
    return cursor;
  }

  void requireSame(Column written, RandomSource random) throws IOException {
    LaneBuffer lane = LaneBuffer.of(stream.key().type(), buffers);
    for (int g = 0; g < description.granules(); g++) {
      PageCursor cursor = page(g);
      int first = g * description.granuleRows();
      int rows = description.rowsOf(g);
      int half = rows / 2;
      int[] some = IntStream.range(0, rows).filter(i -> random.oneIn(3)).toArray();
      lane.clear();
      cursor.read(0, half, lane);
      cursor.read(half, rows - half, lane);
      cursor.read(some, some.length, lane);
      Column read = lane.view();
      for (int i = 0; i < rows + some.length; i++) {
        int row = first + (i < rows ? i : some[i - rows]);
        assertThat(value(read, i)).isEqualTo(value(written, row));
      }
    }
  }

  private @Nullable Object value(Column column, int row) {
    return JavaValues.get(stream.key().type(), column, row);
  }

  @Override
  public void close() throws IOException {
    view.close();
    buffers.close();
    memory.close();
  }
}
