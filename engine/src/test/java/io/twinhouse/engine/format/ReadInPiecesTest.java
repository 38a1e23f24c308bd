// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.RandomColumns;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What readers do in long strides must not depend on where the pieces end in which data arrive:
 * rows of strings full of quotes, escapes and brackets come back from pieces of any length.
 */
final class ReadInPiecesTest {

  private static final List<String> TYPES =
      List.of(
          "String",
          "Nullable(String)",
          "LowCardinality(Nullable(String))",
          "FixedString(3)",
          "Int64",
          "Nullable(UInt8)",
          "DateTime64(3, 'UTC')",
          "Float32",
          "UUID",
          "Array(Nullable(String))");

  private static final String[] MORSELS = {
    "\"",
    "\\",
    "\\\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\n",
    "\t",
    "\u0001",
    "/",
    "é",
    "日本",
    "💡",
    "null",
    "plain text",
    "12345678",
    "1234567",
    "",
    " "
  };

  private final long seed = RandomColumns.seed();
  private final RandomColumns random = new RandomColumns(seed);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RowBinary",
        "RowBinaryWithNamesAndTypes",
        "JSONEachRow",
        "JSONCompactEachRow",
        "TabSeparated",
        "CSV"
      })
  void areTheRowsThatWereWritten(String format) throws IOException {
    Schema schema = schema();
    for (int round = 0; round < 20; round++) {
      Batch rows = rows(schema, round == 0 ? 5_000 : random.below(200) + 1);
      byte[] written = written(format, schema, rows);
      for (int longest : new int[] {1, 9, 1 << 16}) {
        assertThat(read(format, schema, new Pieces(written, longest)))
            .as("%s in pieces of up to %d bytes, seed %x", format, longest, seed)
            .isEqualTo(values(schema, rows));
      }
    }
  }

  private static Schema schema() {
    List<Field> fields = new ArrayList<>();
    for (String type : TYPES) {
      fields.add(new Field("c" + fields.size() + " \"quoted\\", TypeParser.parse(type)));
    }
    return new Schema(fields);
  }

  /** Rows of values that are text of the format itself. */
  private Batch rows(Schema schema, int count) {
    Column[] columns = new Column[schema.size()];
    for (int c = 0; c < columns.length; c++) {
      Type type = schema.type(c);
      ColumnBuilder builder = ColumnBuilder.of(type);
      for (int row = 0; row < count; row++) {
        append(type, builder);
      }
      columns[c] = builder.build();
    }
    return Batch.of(count, columns);
  }

  private void append(Type type, ColumnBuilder builder) {
    if (type.isNullable() && random.below(4) == 0) {
      builder.appendNull();
      return;
    }
    switch (type.lane()) {
      case LONG -> builder.appendLong(random.below(250));
      case DOUBLE -> builder.appendDouble(random.below(1000) / 8.0);
      case WIDE -> builder.appendWide(new long[] {random.below(1 << 20), random.below(99)}, 0);
      case ARRAY -> {
        for (int i = random.below(4); i > 0; i--) {
          append(((ArrayType) type).element(), builder.elements());
        }
        builder.endRow();
      }
      default -> {
        byte[] text = text();
        int length = type.base() instanceof FixedStringType ? 3 : text.length;
        builder.appendBytes(Arrays.copyOf(text, length), 0, length);
      }
    }
  }

  private byte[] text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.below(8); i > 0; i--) {
      text.append(MORSELS[random.below(MORSELS.length)]);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] written(String format, Schema schema, Batch rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultWriter writer = Formats.output(format).writer(schema, new FormatSettings(Map.of()), out);
    writer.write(rows);
    writer.end(new ResultFigures(0, 0, 0, -1));
    return out.toByteArray();
  }

  private static List<List<@Nullable Object>> read(String format, Schema schema, InputStream data) {
    List<List<@Nullable Object>> values = new ArrayList<>();
    try (RowReader reader =
        Formats.input(format).reader(schema, new FormatSettings(Map.of()), data)) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        values.addAll(values(schema, batch));
      }
    }
    return values;
  }

  private static List<List<@Nullable Object>> values(Schema schema, Batch rows) {
    List<List<@Nullable Object>> values = new ArrayList<>();
    for (int row = 0; row < rows.rows(); row++) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (int c = 0; c < schema.size(); c++) {
        cells.add(JavaValues.get(schema.type(c), rows.column(c), row));
      }
      values.add(cells);
    }
    return values;
  }

  /** Gives data out bit by bit. */
  private final class Pieces extends FilterInputStream {

    private final int longest;

    Pieces(byte[] data, int longest) {
      super(new ByteArrayInputStream(data));
      this.longest = longest;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return super.read(target, offset, Math.min(length, 1 + random.below(longest)));
    }
  }
}
