// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.storage.arrow.format.ByteSink;
import io.twinhouse.storage.arrow.format.PartDescription;
import io.twinhouse.storage.arrow.format.PartStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** What a part file begins and ends with. */
final class PartEnd {

  static final byte[] HEAD = "THPART02".getBytes(StandardCharsets.US_ASCII);
  static final byte[] TAIL = "THPEND01".getBytes(StandardCharsets.US_ASCII);
  static final int FOOTER = 24;

  private PartEnd() {}

  /**
   * Appends description and footer.
   *
   * @param at where in the file the sink's end is
   */
  static void write(ByteSink sink, PartDescription description, long at) {
    int start = sink.size();
    describe(sink, description);
    int length = sink.size() - start;
    int checksum = checksum(sink.array(), start, length);
    sink.putLong(at);
    sink.putInt(length);
    sink.putInt(checksum);
    sink.putBytes(TAIL, 0, TAIL.length);
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
    sink.putInt(stream.checksum());
    sink.putInt(stream.pages());
    for (int g = 0; g < stream.pages(); g++) {
      sink.putLong(stream.pageOffsets()[g]);
      sink.putInt(stream.pageLengths()[g]);
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
