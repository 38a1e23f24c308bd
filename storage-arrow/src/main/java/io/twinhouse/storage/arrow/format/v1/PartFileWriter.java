// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.FileOutput;
import io.twinhouse.storage.arrow.format.ByteSink;
import io.twinhouse.storage.arrow.format.PartDescription;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.format.PartFormat.PartContent;
import io.twinhouse.storage.arrow.format.PartFormat.StreamContent;
import io.twinhouse.storage.arrow.format.PartStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes all pages first, so that the file is created with its exact length. */
final class PartFileWriter {

  private final PartContent content;
  private final Reservation memory;
  private final ByteSink pages;
  private final @Nullable BytesPacker packer;

  /**
   * @param pack whether strings are compressed where it saves much
   */
  PartFileWriter(PartContent content, boolean pack, Reservation memory) {
    this.content = content;
    this.memory = memory;
    this.pages = new ByteSink(memory);
    this.packer = pack ? new BytesPacker(memory) : null;
  }

  PartDescription write(Directory directory, String file) throws IOException {
    pages.putBytes(PartEnd.HEAD, 0, PartEnd.HEAD.length);
    List<PartStream> streams = new ArrayList<>();
    for (StreamContent column : content.columns()) {
      streams.add(encode(column, content.rows(), content.granuleRows()));
    }
    List<PartStream> index = new ArrayList<>();
    for (StreamContent key : content.index()) {
      int entries = PartFormat.indexRows(content.rows(), content.granuleRows()).length;
      index.add(encode(key, entries, entries));
    }
    PartDescription description =
        new PartDescription(
            content.rows(), content.granuleRows(), content.partition(), streams, index);
    writeFile(directory, file, description);
    return description;
  }

  private PartStream encode(StreamContent stream, int rows, int granuleRows) {
    Column column = stream.column().get();
    StreamPages encoded = new StreamPages(stream.key(), pages, packer, memory);
    for (int from = 0; from < rows; from += granuleRows) {
      encoded.add(column, from, Math.min(granuleRows, rows - from), 0);
    }
    return encoded.stream();
  }

  private void writeFile(Directory directory, String file, PartDescription description)
      throws IOException {
    PartEnd.write(pages, description, pages.size());
    try (FileOutput output = directory.create(file, pages.size())) {
      output.write(pages.array(), 0, pages.size());
    }
  }
}
