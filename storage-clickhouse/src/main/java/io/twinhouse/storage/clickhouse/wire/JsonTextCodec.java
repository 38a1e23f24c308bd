// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import io.twinhouse.engine.column.Column;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * JSON as text, which the server sends with the setting {@code
 * output_format_native_write_json_as_string}; it takes plain strings back.
 */
final class JsonTextCodec extends Codec {
  private static final long TEXT = 1;

  private final StringCodec text = new StringCodec();

  @Override
  void readPrefix(WireReader in) throws IOException {
    long version = in.readLong();
    if (version != TEXT) {
      throw WireReader.corrupted("JSON in the structure of version " + version + ", not as text");
    }
  }

  @Override
  Column read(WireReader in, int rows, boolean @Nullable [] nulls) throws IOException {
    return text.read(in, rows, nulls);
  }

  @Override
  void write(WireWriter out, Column column) throws IOException {
    text.write(out, column);
  }
}
