// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import java.io.IOException;
import java.io.InputStream;

final class MsgPackReader extends TaggedRowReader {

  private final MsgPackInput in;
  private final MsgPackCodec[] codecs;

  MsgPackReader(Schema columns, FormatSettings settings, InputStream data) {
    super(columns);
    in = new MsgPackInput(data);
    codecs =
        columns.types().stream()
            .map(type -> MsgPackCodecs.of(type, settings))
            .toArray(MsgPackCodec[]::new);
  }

  @Override
  boolean row() throws IOException {
    if (in.atEnd()) {
      return false;
    }
    try {
      values();
    } catch (TwinhouseException refused) {
      // A row that is cut short is wrong data, not an end that came too early.
      throw refused.is(ErrorCode.CANNOT_READ_ALL_DATA)
          ? new TwinhouseException(
              ErrorCode.INCORRECT_DATA, String.valueOf(refused.getMessage()), refused)
          : refused;
    }
    return true;
  }

  private void values() throws IOException {
    for (int i = 0; i < codecs.length; i++) {
      if (i > 0 && in.atEnd()) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA, "Not enough values to complete the row");
      }
      value(i);
    }
  }

  private void value(int column) throws IOException {
    MsgPackInput.Kind kind = in.advance();
    if (kind == MsgPackInput.Kind.NIL) {
      appendNull(column);
    } else {
      codecs[column].read(kind, in, builder(column));
    }
  }
}
