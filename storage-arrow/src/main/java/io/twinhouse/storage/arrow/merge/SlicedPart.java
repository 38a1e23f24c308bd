// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.merge;

import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.storage.arrow.commit.PartStore;
import io.twinhouse.storage.arrow.format.PartAppender;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.part.PartId;
import io.twinhouse.storage.arrow.write.MergedRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part that is written slice by slice, so that it takes the memory of a slice alone. Unless it is
 * finished its file goes when it is closed. One thread.
 */
final class SlicedPart implements AutoCloseable {

  /** Rows of a slice, more or less. */
  static final int SLICE_ROWS = 8 * PartFormat.GRANULE_ROWS;

  private final PartStore store;
  private final PartFormat format;
  private final PartId id;
  private final KeyIndex index;
  private final PartAppender file;
  private boolean finished;

  /**
   * Begins the file.
   *
   * @param streams what each slice has
   * @param bytes how large the file will be, about
   * @param buffers where what waits for its granule is reserved
   */
  SlicedPart(
      TableLayout layout,
      PartStore store,
      PartFormat format,
      PartId id,
      List<StreamKey> streams,
      long bytes,
      Reservation buffers)
      throws IOException {
    this.store = store;
    this.format = format;
    this.id = id;
    this.index = new KeyIndex(layout, buffers);
    this.file = format.begin(store.directory(), id.file(), id.partition(), streams, bytes, buffers);
  }

  /** Rows so far. */
  int rows() {
    return file.rows();
  }

  void add(MergedRows slice) throws IOException {
    if (slice.rows() > 0) {
      index.add(slice.keys(), slice.rows());
      file.append(slice.rows(), slice.columns());
    }
  }

  /** Ends the file and opens the part; null if it has no row. */
  @Nullable Part finish() throws IOException {
    if (file.rows() == 0) {
      return null;
    }
    file.finish(index.streams());
    file.close();
    Part part = Part.open(id, format, store.directory());
    finished = true;
    return part;
  }

  @Override
  public void close() throws IOException {
    if (finished) {
      return;
    }
    try {
      file.close();
    } finally {
      discard();
    }
  }

  /** Removes what no state will ever name. */
  private void discard() {
    try {
      store.directory().delete(id.file());
    } catch (IOException e) {
      // the next open of the table removes it
    }
  }

  /** What a part of these will have: the layout's columns, and every path that one of them has. */
  static List<StreamKey> streams(TableLayout layout, List<Part> parts) {
    Set<StreamKey> streams = new LinkedHashSet<>();
    for (int c = 0; c < layout.columns().size(); c++) {
      if (!layout.isStored(c)) {
        continue;
      }
      if (layout.type(c).base() instanceof JsonType) {
        for (Part part : parts) {
          part.streams(layout.name(c)).stream().map(PartStream::key).forEach(streams::add);
        }
      } else {
        streams.add(StreamKey.of(layout.name(c), layout.type(c)));
      }
    }
    return new ArrayList<>(streams);
  }
}
