// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import java.io.IOException;
import java.io.InputStream;

/** A row of every document; fields that no column has are passed over. */
final class BsonReader extends TaggedRowReader {

  private final BsonInput in;
  private final BsonCodec[] codecs;
  private final boolean skipsUnknown;

  BsonReader(Schema columns, FormatSettings settings, InputStream data) {
    super(columns);
    in = new BsonInput(data);
    codecs =
        columns.types().stream()
            .map(type -> BsonCodecs.of(type, settings))
            .toArray(BsonCodec[]::new);
    skipsUnknown = settings.flag("input_format_skip_unknown_fields", true);
  }

  @Override
  boolean row() throws IOException {
    if (in.atEnd()) {
      return false;
    }
    for (long end = in.begin(); in.hasMore(end); ) {
      field();
    }
    return true;
  }

  private void field() throws IOException {
    BsonKind kind = in.kind();
    String name = new String(in.name(), UTF_8);
    int column = columnOf(name);
    if (column < 0) {
      if (!skipsUnknown) {
        throw refused("Unknown field found in BSONEachRow format: " + name);
      }
      in.skip(kind);
    } else if (has(column)) {
      throw refused("Duplicate field found while parsing BSONEachRow format: " + name);
    } else if (kind == BsonKind.NULL) {
      appendNull(column);
    } else {
      codecs[column].read(kind, in, builder(column));
    }
  }

  private static TwinhouseException refused(String message) {
    return new TwinhouseException(ErrorCode.INCORRECT_DATA, message);
  }
}
