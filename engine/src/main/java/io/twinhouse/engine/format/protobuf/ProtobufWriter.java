// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.protobuf;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes each row as a message. */
final class ProtobufWriter implements ResultWriter {

  /** Bytes of a list, which is kept to its end: its length stands before it. */
  private static final int LONGEST_LIST = 64 << 20;

  /** Bytes after which messages are handed on, though the batch has more of them. */
  private static final int ENOUGH = 1 << 20;

  private static final int LIST_TAG = 1 << 3 | 2;

  private final ProtobufFormat.Framing framing;
  private final MessageCodec codec;
  private final OutputStream out;
  private final MessageOutput message = new MessageOutput();
  private final MessageOutput framed = new MessageOutput();
  private long rows;

  ProtobufWriter(
      ProtobufFormat.Framing framing, MessageType type, Schema schema, OutputStream out) {
    this.framing = framing;
    this.codec = new MessageCodec(type, schema.names(), schema.types(), true);
    this.out = out;
  }

  @Override
  public void write(Batch batch) throws IOException {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < batch.width(); i++) {
      columns.add(batch.column(i));
    }
    for (int row = 0; row < batch.rows(); row++) {
      message.reset();
      codec.write(columns, row, message);
      frame();
    }
    if (framing != ProtobufFormat.Framing.LIST) {
      framed.writeTo(out);
      framed.reset();
    }
  }

  private void frame() throws IOException {
    rows++;
    switch (framing) {
      case EACH -> {
        framed.nested(message);
        if (framed.size() > ENOUGH) {
          framed.writeTo(out);
          framed.reset();
        }
      }
      case NONE -> {
        if (rows > 1) {
          throw new TwinhouseException(
              ErrorCode.NO_ROW_DELIMITER,
              "The ProtobufSingle format can't be used to write multiple rows because this format"
                  + " doesn't have any row delimiter");
        }
        framed.append(message);
      }
      case LIST -> {
        framed.varint(LIST_TAG);
        framed.nested(message);
        if (framed.size() > LONGEST_LIST) {
          throw new TwinhouseException(
              ErrorCode.NOT_IMPLEMENTED,
              "A ProtobufList of more than 64 MiB is not supported; use Protobuf");
        }
      }
    }
  }

  @Override
  public void totals(Batch row) {
    // the format has no place for them
  }

  @Override
  public void end(ResultFigures figures) throws IOException {
    if (framing == ProtobufFormat.Framing.LIST && rows > 0) {
      message.reset();
      message.varint(framed.size());
      message.writeTo(out);
      framed.writeTo(out);
    }
  }
}
