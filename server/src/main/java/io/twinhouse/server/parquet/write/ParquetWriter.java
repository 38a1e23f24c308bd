// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet.write;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/** Writes a file row group by row group, in the memory of one. */
public final class ParquetWriter implements ResultWriter {

  private static final byte[] MAGIC = "PAR1".getBytes(US_ASCII);
  private static final int VERSION = 2;

  /** As many as the server writes by default, or as few as take so many bytes. */
  private static final long GROUP_ROWS = 1_000_000;

  private static final long GROUP_BYTES = 8L << 20;

  private final FieldTree fields;
  private final OutputStream out;
  private final List<RowGroup> groups = new ArrayList<>();
  private final long groupRows;
  private long rowsInGroup;
  private long rows;
  private long offset;

  /**
   * @throws TwinhouseException UNKNOWN_TYPE, BAD_ARGUMENTS for types without a form in Parquet,
   *     NOT_IMPLEMENTED for settings that are not known here
   */
  public ParquetWriter(Schema schema, FormatSettings settings, OutputStream out) {
    this.out = out;
    refuse(settings, "string_as_string", true);
    refuse(settings, "fixed_string_as_fixed_byte_array", true);
    refuse(settings, "enum_as_byte_array", true);
    refuse(settings, "datetime_as_uint32", false);
    refuse(settings, "date_as_uint16", false);
    String method = settings.text("output_format_parquet_compression_method", "zstd");
    fields = new FieldTree(schema, PagePacking.named(method));
    groupRows = Math.max(1, settings.number("output_format_parquet_row_group_size", GROUP_ROWS));
  }

  private static void refuse(FormatSettings settings, String name, boolean unset) {
    String whole = "output_format_parquet_" + name;
    if (settings.flag(whole, unset) != unset) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Setting '" + whole + "' is supported here only at its default");
    }
  }

  @Override
  public void write(Batch batch) throws IOException {
    begin();
    Column[] columns = new Column[batch.width()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = FlatColumns.of(batch.column(i));
    }
    for (int row = 0; row < batch.rows(); row++) {
      for (int i = 0; i < columns.length; i++) {
        fields.columns().get(i).write(columns[i], row, 0);
      }
      rowsInGroup++;
      if (rowsInGroup == groupRows) {
        endGroup();
      }
    }
    if (fields.leaves().stream().mapToLong(LeafPages::heldBytes).sum() >= GROUP_BYTES) {
      endGroup();
    }
  }

  @Override
  public void totals(Batch row) {
    // the format has no place for them
  }

  @Override
  public void end(ResultFigures figures) throws IOException {
    begin();
    endGroup();
    FileMetaData footer = new FileMetaData(VERSION, fields.elements(), rows, groups);
    footer.setCreated_by("Twinhouse");
    ByteArrayOutputStream description = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, description);
    description.writeTo(out);
    Bytes length = new Bytes();
    length.putFixed(description.size(), Integer.BYTES);
    out.write(length.toArray());
    out.write(MAGIC);
  }

  private void begin() throws IOException {
    if (offset == 0) {
      out.write(MAGIC);
      offset = MAGIC.length;
    }
  }

  private void endGroup() throws IOException {
    if (rowsInGroup == 0) {
      return;
    }
    List<ColumnChunk> chunks = new ArrayList<>();
    long plain = 0;
    for (LeafPages leaf : fields.leaves()) {
      ColumnChunk chunk = leaf.moveTo(out, offset);
      chunks.add(chunk);
      offset += chunk.getMeta_data().getTotal_compressed_size();
      plain += chunk.getMeta_data().getTotal_uncompressed_size();
    }
    groups.add(new RowGroup(chunks, plain, rowsInGroup));
    rows += rowsInGroup;
    rowsInGroup = 0;
  }
}
