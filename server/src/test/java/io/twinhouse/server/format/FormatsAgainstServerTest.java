// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.clickhouse.Rows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads the server's answers in every format and compares the rows with those that it gives in
 * RowBinary.
 */
@RequiresClickHouse
final class FormatsAgainstServerTest {

  /** They are written with other bytes where a text is no UTF-8. */
  private static final List<String> DOCUMENTS =
      List.of("JSON", "JSONCompact", "JSONColumnsWithMetadata");

  private final ClickHouseHttp http;

  FormatsAgainstServerTest(ClickHouseHttp http) {
    this.http = http;
  }

  @ParameterizedTest
  @MethodSource("readable")
  void readsWhatItWrites(String format) throws IOException {
    for (var sample : TypeSamples.queries().entrySet()) {
      boolean lossy = format.contains("JSON") && sample.getKey().equals("floats");
      boolean unlike = TypeSamples.NOT_ROWS.contains(sample.getKey());
      boolean nothing = sample.getKey().equals("nulls") || sample.getKey().equals("containers");
      boolean repaired = DOCUMENTS.contains(format) && sample.getKey().equals("texts");
      if (lossy || repaired || nothing || unlike || breaksRaw(format, sample.getValue())) {
        continue;
      }
      Schema schema = schema(sample.getValue());
      byte[] data = http.bytes(sample.getValue() + " FORMAT " + format);
      try (RowReader reader = reader(format, schema, data)) {
        assertThat(textOf(reader.schema(), rows(reader)))
            .as(sample.getKey() + " as " + format)
            .isEqualTo(http.query(sample.getValue() + " FORMAT RowBinary"));
      }
    }
  }

  /** Raw text cannot hold the tabs and line ends that its values may have. */
  private boolean breaksRaw(String format, String sql) {
    return format.contains("Raw") && http.query(sql + " FORMAT TSV").matches("(?s).*\\\\[^N].*");
  }

  static List<String> readable() {
    // names and types that Avro has not are among the samples: ExchangedTypesTest
    List<String> unlike = List.of("Vertical", "Null", "LineAsString", "RawBLOB", "Avro");
    return Formats.names().stream()
        .filter(name -> !unlike.contains(name) && !OddOutputsTest.FORMATS.contains(name))
        .filter(Formats::writes)
        .filter(FormatsAgainstServerTest::isInput)
        .toList();
  }

  private static boolean isInput(String format) {
    try {
      return Formats.input(format).name().equals(format);
    } catch (TwinhouseException unsuitable) {
      return false;
    }
  }

  private Schema schema(String sql) {
    Rows empty = http.rows(sql + " LIMIT 0");
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < empty.names().size(); i++) {
      String type = empty.types().get(i).replace("\\'", "'").replace("\\n", "\n");
      fields.add(new Field(empty.names().get(i), TypeParser.parse(type)));
    }
    return new Schema(fields);
  }

  private static RowReader reader(String format, Schema schema, byte[] data) {
    return Formats.input(format)
        .reader(schema, FormatSettings.DEFAULT, new ByteArrayInputStream(data));
  }

  private static List<Batch> rows(RowReader reader) {
    List<Batch> batches = new ArrayList<>();
    for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
      batches.add(batch);
    }
    return batches;
  }

  private static String textOf(Schema schema, List<Batch> batches) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultWriter writer = Formats.output("RowBinary").writer(schema, FormatSettings.DEFAULT, out);
    for (Batch batch : batches) {
      writer.write(batch);
    }
    writer.end(new ResultFigures(0, 0, 0, -1));
    return out.toString(StandardCharsets.UTF_8);
  }
}
