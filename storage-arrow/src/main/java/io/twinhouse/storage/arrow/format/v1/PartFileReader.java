// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.storage.arrow.file.CorruptFileException;
import io.twinhouse.storage.arrow.file.FileView;
import io.twinhouse.storage.arrow.format.ByteSource;
import io.twinhouse.storage.arrow.format.PartDescription;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.format.StreamKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the description at the end of a part file and checks that it can be true. */
final class PartFileReader {

  /** Of revision 1, which the code for revision 2 reads as it is. */
  private static final byte[] FIRST_HEAD = "THPART01".getBytes(StandardCharsets.US_ASCII);

  private final String file;
  private final FileView view;

  PartFileReader(String file, FileView view) {
    this.file = file;
    this.view = view;
  }

  PartDescription read() throws IOException {
    long size = view.size();
    if (size < PartFileWriter.HEAD.length + PartFileWriter.FOOTER) {
      throw corrupt("it has only " + size + " bytes");
    }
    byte[] head = view.bytes(0, PartFileWriter.HEAD.length);
    byte[] footer = view.bytes(size - PartFileWriter.FOOTER, PartFileWriter.FOOTER);
    byte[] tail = Arrays.copyOfRange(footer, 16, PartFileWriter.FOOTER);
    boolean known = Arrays.equals(head, PartFileWriter.HEAD) || Arrays.equals(head, FIRST_HEAD);
    if (!known || !Arrays.equals(tail, PartFileWriter.TAIL)) {
      throw corrupt("it is not a whole part of format version 1, revision 1 or 2");
    }
    ByteSource end = new ByteSource(file, footer);
    long offset = end.getLong();
    int length = end.getInt();
    int checksum = end.getInt();
    if (offset < 0 || length < 0 || offset + length != size - PartFileWriter.FOOTER) {
      throw corrupt("its footer points outside of it");
    }
    byte[] bytes = view.bytes(offset, length);
    if (PartFileWriter.checksum(bytes, 0, length) != checksum) {
      throw corrupt("the checksum of its description does not match");
    }
    return describe(new ByteSource(file, bytes), offset);
  }

  private PartDescription describe(ByteSource source, long dataEnd) throws IOException {
    int rows = source.getInt();
    int granuleRows = source.getInt();
    String partition = source.getText();
    if (rows < 0 || granuleRows <= 0) {
      throw corrupt("it claims " + rows + " rows in granules of " + granuleRows);
    }
    List<PartStream> streams = streams(source, dataEnd);
    List<PartStream> index = streams(source, dataEnd);
    return new PartDescription(rows, granuleRows, partition, streams, index);
  }

  private List<PartStream> streams(ByteSource source, long dataEnd) throws IOException {
    int count = source.getCount(34);
    List<PartStream> streams = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      streams.add(stream(source, dataEnd));
    }
    return streams;
  }

  private PartStream stream(ByteSource source, long dataEnd) throws IOException {
    String column = source.getText();
    String path = source.getText();
    Type type = TypeParser.parse(source.getText());
    String shape = source.getText();
    int encoding = source.getByte();
    int compression = source.getByte();
    if (encoding > 1 || compression > 1) {
      throw corrupt("encoding " + encoding + "/" + compression + " is not known to version 1");
    }
    long offset = source.getLong();
    long length = source.getLong();
    int checksum = source.getInt();
    if (offset < 0 || length < 0 || offset + length > dataEnd) {
      throw corrupt("stream " + column + " lies outside of it");
    }
    int pages = source.getCount(24);
    long[] offsets = new long[pages];
    long[] min = new long[pages];
    long[] max = new long[pages];
    int[] nulls = new int[pages];
    long at = 0;
    for (int g = 0; g < pages; g++) {
      offsets[g] = at;
      at += source.getInt();
      min[g] = source.getLong();
      max[g] = source.getLong();
      nulls[g] = source.getInt();
    }
    if (at != length) {
      throw corrupt("the pages of stream " + column + " do not add up to its length");
    }
    StreamKey key = new StreamKey(column, path, type, shape);
    return new PartStream(
        key, encoding == 1, compression == 1, offset, length, offsets, min, max, nulls, checksum);
  }

  private CorruptFileException corrupt(String what) {
    return new CorruptFileException(file, what);
  }
}
