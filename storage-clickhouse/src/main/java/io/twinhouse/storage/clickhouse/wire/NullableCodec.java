// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import io.twinhouse.engine.column.Column;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Nullable(T): a byte a row that says whether it is NULL, then values for all rows. */
final class NullableCodec extends Codec {
  private final Codec inner;

  NullableCodec(Codec inner) {
    this.inner = inner;
  }

  @Override
  void readPrefix(WireReader in) throws IOException {
    inner.readPrefix(in);
  }

  @Override
  Column read(WireReader in, int rows, boolean @Nullable [] outer) throws IOException {
    boolean[] nulls = in.newFlags(rows);
    in.readFlags(nulls, rows);
    for (int i = 0; i < rows; i++) {
      if (nulls[i]) {
        return inner.read(in, rows, nulls);
      }
    }
    in.release(rows);
    return inner.read(in, rows, null);
  }

  @Override
  void write(WireWriter out, Column column) throws IOException {
    for (int i = 0; i < column.size(); i++) {
      out.writeByte(column.isNull(i) ? 1 : 0);
    }
    inner.write(out, column);
  }
}
