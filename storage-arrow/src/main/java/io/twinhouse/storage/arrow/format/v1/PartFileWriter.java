// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.FileOutput;
import io.twinhouse.storage.arrow.format.ByteSink;
import io.twinhouse.storage.arrow.format.PartDescription;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.format.PartFormat.PartContent;
import io.twinhouse.storage.arrow.format.PartFormat.StreamContent;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.format.Zone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Encodes all pages first, so that the file is created with its exact length. */
final class PartFileWriter {

  static final byte[] HEAD = "THPART02".getBytes(StandardCharsets.US_ASCII);
  static final byte[] TAIL = "THPEND01".getBytes(StandardCharsets.US_ASCII);
  static final int FOOTER = 24;

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
    pages.putBytes(HEAD, 0, HEAD.length);
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
    int granules = (rows + granuleRows - 1) / granuleRows;
    long[] offsets = new long[granules];
    long[] min = new long[granules];
    long[] max = new long[granules];
    int[] nulls = new int[granules];
    Column column = stream.column().get();
    PageEncoder encoder = new PageEncoder(pages, packer);
    int start = pages.size();
    for (int g = 0; g < granules; g++) {
      int from = g * granuleRows;
      int count = Math.min(granuleRows, rows - from);
      offsets[g] = (long) pages.size() - start;
      encoder.encode(stream.key().type(), column, from, count);
      Zone zone = Zone.of(stream.key().type(), column, from, count);
      min[g] = zone.min();
      max[g] = zone.max();
      nulls[g] = zone.nulls();
    }
    int length = pages.size() - start;
    boolean dictionary = column instanceof DictionaryColumn;
    int checksum = checksum(pages.array(), start, length);
    return new PartStream(
        stream.key(),
        dictionary,
        encoder.packed(),
        start,
        length,
        offsets,
        min,
        max,
        nulls,
        checksum);
  }

  private void writeFile(Directory directory, String file, PartDescription description)
      throws IOException {
    ByteSink end = new ByteSink(memory);
    describe(end, description);
    int length = end.size();
    int checksum = checksum(end.array(), 0, length);
    end.putLong(pages.size());
    end.putInt(length);
    end.putInt(checksum);
    end.putBytes(TAIL, 0, TAIL.length);
    long total = (long) pages.size() + end.size();
    try (FileOutput output = directory.create(file, total)) {
      output.write(pages.array(), 0, pages.size());
      output.write(end.array(), 0, end.size());
    }
  }

  private static void describe(ByteSink sink, PartDescription part) {
    sink.putInt(part.rows());
    sink.putInt(part.granuleRows());
    sink.putText(part.partition());
    sink.putInt(part.streams().size());
    part.streams().forEach(stream -> describe(sink, stream));
    sink.putInt(part.index().size());
    part.index().forEach(stream -> describe(sink, stream));
  }

  private static void describe(ByteSink sink, PartStream stream) {
    sink.putText(stream.key().column());
    sink.putText(stream.key().path());
    sink.putText(stream.key().type().name());
    sink.putText(stream.key().shape());
    sink.putByte(stream.dictionary() ? 1 : 0);
    sink.putByte(stream.packed() ? 1 : 0);
    sink.putLong(stream.offset());
    sink.putLong(stream.length());
    sink.putInt(stream.checksum());
    sink.putInt(stream.pageOffsets().length);
    for (int g = 0; g < stream.pageOffsets().length; g++) {
      sink.putInt(Math.toIntExact(stream.pageLength(g)));
      sink.putLong(stream.min()[g]);
      sink.putLong(stream.max()[g]);
      sink.putInt(stream.nulls()[g]);
    }
  }

  static int checksum(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}
