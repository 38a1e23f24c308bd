// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.WideColumn;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The WIDE lane. The stream holds a number's words from the least significant on; a UUID as its
 * high word, then its low one; an IPv6 address in network order.
 */
final class WideCodec extends Codec {
  static final WideCodec UUID = new WideCodec(2, true, false);
  static final WideCodec IPV6 = new WideCodec(2, true, true);

  private final int words;
  private final boolean highWordFirst;
  private final boolean highByteFirst;

  private WideCodec(int words, boolean highWordFirst, boolean highByteFirst) {
    this.words = words;
    this.highWordFirst = highWordFirst;
    this.highByteFirst = highByteFirst;
  }

  static WideCodec number(int words) {
    return new WideCodec(words, false, false);
  }

  @Override
  Column read(WireReader in, int rows, boolean @Nullable [] nulls) throws IOException {
    long[] values = in.newLongs((long) rows * words);
    in.readLongs(values, rows * words, Long.BYTES, true);
    if (highWordFirst) {
      for (int i = 0; i < values.length; i += 2) {
        long high = values[i];
        values[i] = ordered(values[i + 1]);
        values[i + 1] = ordered(high);
      }
    }
    return WideColumn.of(values, words, rows, nulls);
  }

  @Override
  void write(WireWriter out, Column column) throws IOException {
    long[] values = ((WideColumn) column).values();
    for (int i = 0; i < column.size() * words; i++) {
      out.writeWhole(ordered(values[highWordFirst ? i ^ 1 : i]), Long.BYTES);
    }
  }

  private long ordered(long word) {
    return highByteFirst ? Long.reverseBytes(word) : word;
  }
}
