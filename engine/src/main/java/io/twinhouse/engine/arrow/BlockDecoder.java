// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of a table from blocks in Arrow's layout. Columns are found by name; those that the
 * table does not have are passed over. {@link #bind} takes a block, {@link #read} any run of its
 * rows. For one thread.
 */
public final class BlockDecoder {

  private final DecoderFactory factory;

  /** All fields of the data in order; null where the table has no such column. */
  private final List<@Nullable ReadColumn> columns = new ArrayList<>();

  private final List<VectorDecoder> passedOver = new ArrayList<>();
  private final List<ReadColumn> kept = new ArrayList<>();
  private final Schema schema;
  private int rows;

  /**
   * @param data the schema of the blocks
   * @param columns what is to be read
   * @throws TwinhouseException THERE_IS_NO_COLUMN when a column is missing and may not be,
   *     UNKNOWN_TYPE for a type that is not read
   */
  public BlockDecoder(
      org.apache.arrow.vector.types.pojo.Schema data, Schema columns, FormatSettings settings) {
    boolean anyCase = settings.flag("input_format_arrow_case_insensitive_column_matching", false);
    factory = new DecoderFactory(settings.flag("input_format_null_as_default", true));
    List<Field> found = new ArrayList<>();
    for (org.apache.arrow.vector.types.pojo.Field field : data.getFields()) {
      Field wanted = find(columns, field.getName(), anyCase);
      if (wanted == null || found.contains(wanted)) {
        this.columns.add(null);
        passedOver.add(factory.of(field, null));
        continue;
      }
      found.add(wanted);
      VectorDecoder decoder = factory.of(field, wanted.type());
      ReadColumn column = new ReadColumn(decoder, wanted.type(), settings.zone());
      this.columns.add(column);
      kept.add(column);
    }
    schema = new Schema(found);
    if (!settings.flag("input_format_arrow_allow_missing_columns", true)) {
      requireAll(columns);
    }
  }

  /**
   * The columns that data have of themselves, as the server tells them.
   *
   * @throws TwinhouseException UNKNOWN_TYPE
   */
  public static Schema columnsOf(org.apache.arrow.vector.types.pojo.Schema data) {
    DecoderFactory factory = new DecoderFactory(false);
    return new Schema(
        data.getFields().stream()
            .map(field -> new Field(field.getName(), factory.of(field, null).type()))
            .toList());
  }

  private static @Nullable Field find(Schema columns, String name, boolean anyCase) {
    for (int i = 0; i < columns.size(); i++) {
      String known = columns.field(i).name();
      if (anyCase ? known.equalsIgnoreCase(name) : known.equals(name)) {
        return columns.field(i);
      }
    }
    return null;
  }

  private void requireAll(Schema wanted) {
    for (String name : wanted.names()) {
      if (schema.indexOf(name) < 0) {
        throw new TwinhouseException(
            ErrorCode.THERE_IS_NO_COLUMN,
            "Column '" + name + "' is not presented in input data. Column name in schema");
      }
    }
  }

  /** The columns of {@link #read}'s batches, in the order of the data. */
  public Schema schema() {
    return schema;
  }

  /** Takes the values of a dictionary, which later blocks refer to. */
  public void dictionary(long id, ArrowBlock block, boolean more) {
    DictionaryValues values = factory.dictionaries().get(id);
    if (values == null) {
      throw BlockCursor.broken("has a dictionary " + id + " that no field refers to");
    }
    values.read(block, more);
  }

  /** Takes a block; its buffers must not change until the next one is taken. */
  public void bind(ArrowBlock block) {
    BlockCursor cursor = new BlockCursor(block);
    int skipped = 0;
    for (ReadColumn column : columns) {
      if (column == null) {
        passedOver.get(skipped++).bind(cursor, block.rows());
      } else {
        column.bind(cursor, block.rows());
      }
    }
    rows = block.rows();
  }

  /** Rows of the block. */
  public int rows() {
    return rows;
  }

  /** A batch of {@code count} rows from row {@code from} of the block on. */
  public Batch read(int from, int count) {
    List<Column> read = new ArrayList<>();
    for (ReadColumn column : kept) {
      read.add(column.read(from, count));
    }
    return Batch.of(count, read);
  }

  /** As {@link io.twinhouse.engine.format.RowReader#omitted} of the last batch. */
  public boolean @Nullable [] omitted(int column) {
    return kept.get(column).omitted();
  }
}
