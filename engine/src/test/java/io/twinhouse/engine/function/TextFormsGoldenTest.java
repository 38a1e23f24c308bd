// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values in each text form as a ClickHouse server writes them, written and read back. */
final class TextFormsGoldenTest {

  private static final TextStyle[] STYLES = {
    TextStyle.ESCAPED, TextStyle.CSV, TextStyle.QUOTED, TextStyle.JSON
  };

  @Test
  void writesAsTheServer() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String[] fields : lines()) {
      for (int i = 0; i < STYLES.length; i++) {
        byte[] wanted = HexFormat.of().parseHex(fields[i + 1]);
        String got = PocketExpression.write(fields[0], STYLES[i]);
        if (!got.equals(new String(wanted, StandardCharsets.ISO_8859_1))) {
          wrong.add(fields[0] + " as " + STYLES[i] + ": " + got);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void readsBackWhatItWrites() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String[] fields : lines()) {
      PocketExpression.Typed value = PocketExpression.typed(fields[0]);
      for (int i = 0; i < STYLES.length; i++) {
        boolean lossy =
            fields[0].contains("tuple")
                || fields[0].contains("Tuple")
                || value.type().base() instanceof io.twinhouse.engine.type.NothingType
                || (STYLES[i] == TextStyle.JSON
                    && (fields[0].contains("nan") || fields[0].contains("inf")));
        byte[] text = HexFormat.of().parseHex(fields[i + 1]);
        if (!lossy && !roundTrip(value, STYLES[i], text)) {
          wrong.add(fields[0] + " as " + STYLES[i]);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean roundTrip(PocketExpression.Typed value, TextStyle style, byte[] text) {
    Type type = value.type();
    ValueReader reader = ValueReader.of(type, style, ReadOptions.lenient(ZoneOffset.UTC));
    ColumnBuilder builder = ColumnBuilder.of(type);
    if (style == TextStyle.JSON || style == TextStyle.QUOTED) {
      reader.read(new TextInput().over(text, 0, text.length), builder);
    } else {
      reader.readWhole(text, 0, text.length, builder);
    }
    Column read = builder.build();
    TextOutput again = new TextOutput();
    ValueWriter.of(type, style, ZoneOffset.UTC).write(read, 0, again);
    return Arrays.equals(again.toBytes(), text);
  }

  private static List<String[]> lines() throws IOException {
    try (InputStream in = TextFormsGoldenTest.class.getResourceAsStream("/functions/texts.tsv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.startsWith("#")).map(l -> l.split("\t", -1)).toList();
    }
  }
}
