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

  /** Of revision 1. */
  private static final byte[] FIRST_HEAD = "THPART01".getBytes(StandardCharsets.US_ASCII);

  private final String file;
  private final FileView view;
  private boolean first;

  PartFileReader(String file, FileView view) {
    this.file = file;
    this.view = view;
  }

  PartDescription read() throws IOException {
    long size = view.size();
    if (size < PartEnd.HEAD.length + PartEnd.FOOTER) {
      throw corrupt("it has only " + size + " bytes");
    }
    byte[] head = view.bytes(0, PartEnd.HEAD.length);
    byte[] footer = view.bytes(size - PartEnd.FOOTER, PartEnd.FOOTER);
    byte[] tail = Arrays.copyOfRange(footer, 16, PartEnd.FOOTER);
    first = Arrays.equals(head, FIRST_HEAD);
    boolean known = first || Arrays.equals(head, PartEnd.HEAD);
    if (!known || !Arrays.equals(tail, PartEnd.TAIL)) {
      throw corrupt("it is not a whole part of format version 1, revision 1 or 2");
    }
    ByteSource end = new ByteSource(file, footer);
    long offset = end.getLong();
    int length = end.getInt();
    int checksum = end.getInt();
    if (offset < 0 || length < 0 || offset + length != size - PartEnd.FOOTER) {
      throw corrupt("its footer points outside of it");
    }
    byte[] bytes = view.bytes(offset, length);
    if (PartEnd.checksum(bytes, 0, length) != checksum) {
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
    int count = source.getCount(26);
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
    if (encoding > 1 || compression > (first ? 0 : 1)) {
      throw corrupt("encoding " + encoding + "/" + compression + " is not known to version 1");
    }
    StreamKey key = new StreamKey(column, path, type, shape);
    return first
        ? together(source, key, encoding == 1, dataEnd)
        : apart(source, key, encoding == 1, compression == 1, dataEnd);
  }

  /** Revision 1: the pages lie one after the other. */
  private PartStream together(ByteSource source, StreamKey key, boolean dictionary, long dataEnd)
      throws IOException {
    long offset = source.getLong();
    long length = source.getLong();
    int checksum = source.getInt();
    Pages pages = new Pages(source.getCount(24));
    long at = offset;
    for (int g = 0; g < pages.count(); g++) {
      pages.read(source, g, at);
      at += pages.lengths[g];
    }
    if (at != offset + length) {
      throw corrupt("the pages of stream " + key.column() + " do not add up to its length");
    }
    return stream(key, dictionary, false, pages, checksum, dataEnd);
  }

  /** Each page lies somewhere. */
  private PartStream apart(
      ByteSource source, StreamKey key, boolean dictionary, boolean packed, long dataEnd)
      throws IOException {
    int checksum = source.getInt();
    Pages pages = new Pages(source.getCount(32));
    for (int g = 0; g < pages.count(); g++) {
      pages.read(source, g, source.getLong());
    }
    return stream(key, dictionary, packed, pages, checksum, dataEnd);
  }

  private PartStream stream(
      StreamKey key, boolean dictionary, boolean packed, Pages pages, int checksum, long dataEnd)
      throws IOException {
    for (int g = 0; g < pages.count(); g++) {
      boolean within =
          pages.offsets[g] >= 0
              && pages.lengths[g] >= 0
              && pages.offsets[g] + pages.lengths[g] <= dataEnd;
      if (!within) {
        throw corrupt("stream " + key.column() + " lies outside of it");
      }
    }
    return new PartStream(
        key,
        dictionary,
        packed,
        pages.offsets,
        pages.lengths,
        pages.min,
        pages.max,
        pages.nulls,
        checksum);
  }

  /** What is said of the pages of one stream. */
  private static final class Pages {

    private final long[] offsets;
    private final int[] lengths;
    private final long[] min;
    private final long[] max;
    private final int[] nulls;

    Pages(int count) {
      offsets = new long[count];
      lengths = new int[count];
      min = new long[count];
      max = new long[count];
      nulls = new int[count];
    }

    int count() {
      return offsets.length;
    }

    void read(ByteSource source, int page, long offset) throws IOException {
      offsets[page] = offset;
      lengths[page] = source.getInt();
      min[page] = source.getLong();
      max[page] = source.getLong();
      nulls[page] = source.getInt();
    }
  }

  private CorruptFileException corrupt(String what) {
    return new CorruptFileException(file, what);
  }
}
