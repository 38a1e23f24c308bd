// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import io.twinhouse.engine.column.Column;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * LowCardinality(T): the distinct values of the block, then an index a row. Key 0 stands for NULL
 * when T is Nullable. Read into plain values: a dictionary that lives for one block is no use to
 * operators that compare ids. Never written; the server makes it out of plain values.
 */
final class LowCardinalityCodec extends Codec {
  private static final long KEYS_IN_EACH_BLOCK = 1;
  private static final long HAS_KEYS = 1 << 9;
  private static final long INDEX_WIDTH_MASK = 0xff;

  private final Codec keys;
  private final boolean nullable;

  LowCardinalityCodec(Codec keys, boolean nullable) {
    this.keys = keys;
    this.nullable = nullable;
  }

  @Override
  void readPrefix(WireReader in) throws IOException {
    long version = in.readLong();
    if (version != KEYS_IN_EACH_BLOCK) {
      throw WireReader.corrupted("LowCardinality of version " + version);
    }
    keys.readPrefix(in);
  }

  @Override
  Column read(WireReader in, int rows, boolean @Nullable [] outer) throws IOException {
    if (rows == 0) {
      return keys.read(in, 0, null);
    }
    long flags = in.readLong();
    long width = flags & INDEX_WIDTH_MASK;
    if ((flags & HAS_KEYS) == 0 || width > 3) {
      throw WireReader.corrupted("LowCardinality flags " + flags);
    }
    Column distinct = keys.read(in, in.readLongSize(), null);
    int count = in.readLongSize();
    if (count != rows) {
      throw WireReader.corrupted(count + " LowCardinality indices for " + rows + " rows");
    }
    long[] raw = in.newLongs(rows);
    in.readLongs(raw, rows, 1 << width, false);
    int[] indices = in.newInts(rows);
    boolean[] nulls = nullable ? in.newFlags(rows) : null;
    boolean anyNull = false;
    for (int i = 0; i < rows; i++) {
      if (raw[i] < 0 || raw[i] >= distinct.size()) {
        throw WireReader.corrupted("LowCardinality index " + raw[i] + " of " + distinct.size());
      }
      indices[i] = (int) raw[i];
      if (nulls != null) {
        nulls[i] = raw[i] == 0;
        anyNull |= nulls[i];
      }
    }
    in.reserve(Slices.bytesOf(distinct, indices, rows));
    Column plain = distinct.gather(indices, rows);
    in.release((long) rows * (Long.BYTES + Integer.BYTES) + distinct.retainedBytes());
    return anyNull ? Slices.withNulls(plain, nulls) : plain;
  }

  @Override
  void write(WireWriter out, Column column) throws IOException {
    throw new IllegalStateException("LowCardinality is written as what it wraps");
  }
}
