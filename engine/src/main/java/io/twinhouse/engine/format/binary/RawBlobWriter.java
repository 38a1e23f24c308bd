// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** RawBLOB: the bytes of the values, one behind the other; NULL has none. */
final class RawBlobWriter implements ResultWriter {

  private final List<BinaryCodec> codecs = new ArrayList<>();
  private final BinaryWriter out;

  RawBlobWriter(Schema schema, FormatSettings settings, OutputStream out) {
    this.out = new BinaryWriter(out);
    for (Type type : schema.types()) {
      boolean container = type.lane() == Lane.ARRAY || type.lane() == Lane.TUPLE;
      boolean state = type.base() instanceof AggregateFunctionType aggregate && !aggregate.simple();
      if (container || state || type.base() instanceof NothingType) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "RawBLOB writes values without parts, not " + type.name() + "; use toString");
      }
      codecs.add(BinaryCodec.of(type.base(), settings));
    }
  }

  @Override
  public void write(Batch batch) throws IOException {
    for (int row = 0; row < batch.rows(); row++) {
      for (int i = 0; i < batch.width(); i++) {
        value(batch.column(i).flatten(), codecs.get(i), row);
      }
    }
    out.flush();
  }

  private void value(Column column, BinaryCodec codec, int row) throws IOException {
    if (column.isNull(row)) {
      return;
    }
    if (column instanceof BytesColumn bytes) {
      out.writeBytes(bytes.data(), bytes.offsets()[row], bytes.length(row));
    } else {
      codec.writeValue(column, row, out);
    }
  }

  @Override
  public void totals(Batch row) {
    // the format has no place for them
  }

  @Override
  public void end(ResultFigures figures) {
    // nothing stands behind the values
  }
}
