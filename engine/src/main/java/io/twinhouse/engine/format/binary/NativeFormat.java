// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.Type;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Native: blocks of columns, as the server's own clients like them best. */
record NativeFormat() implements OutputFormat, InputFormat {

  /** From this revision of the protocol on each column says how it is serialized. */
  static final long SERIALIZATION_KIND = 54_454;

  /** From this revision on a block also names buckets of an aggregation that come out of order. */
  static final long BUCKETS = 54_480;

  /** Older clients know times without a zone in their type. */
  private static final long ZONES_OF_TIMES = 54_337;

  /** The type's name as a client of this revision knows it. */
  static String typeName(Type type, long revision) {
    return type instanceof DateTimeType && revision < ZONES_OF_TIMES ? "DateTime" : type.name();
  }

  @Override
  public String name() {
    return "Native";
  }

  @Override
  public String contentType() {
    return "application/octet-stream";
  }

  @Override
  public ResultWriter writer(Schema schema, FormatSettings settings, OutputStream out) {
    Documents documents = Documents.ofNative(settings, false);
    return new NativeWriter(schema, documents, revision(settings), out);
  }

  @Override
  public @Nullable ResultWriter typedWriter(
      Schema schema, FormatSettings settings, OutputStream out) {
    Documents documents = Documents.ofNative(settings, true);
    return documents == Documents.TYPED && Documents.in(schema)
        ? new NativeWriter(schema, documents, revision(settings), out)
        : null;
  }

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    return new NativeReader(columns, settings, data);
  }

  /** The revision that the client speaks, 0 for none. */
  static long revision(FormatSettings settings) {
    return settings.number("client_protocol_version", 0);
  }
}
