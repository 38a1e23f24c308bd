// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Markdown: a table in the form of many wikis. */
final class MarkdownWriter extends TextResultWriter {

  private static final String SPECIAL = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private final TextOutput raw = new TextOutput();
  private final List<@Nullable ValueWriter> rawText = new ArrayList<>();

  MarkdownWriter(Schema schema, FormatSettings settings, OutputStream out) {
    super(schema, TextStyle.ESCAPED, settings, out);
    boolean escapes = settings.flag("output_format_markdown_escape_special_characters", false);
    for (Type type : schema.types()) {
      boolean text =
          type instanceof StringType || type instanceof FixedStringType || type instanceof EnumType;
      rawText.add(escapes && text ? ValueWriter.of(type, TextStyle.RAW, options()) : null);
    }
  }

  @Override
  protected void begin() {
    text().put('|');
    for (String name : schema().names()) {
      text().put(' ');
      put(styled(name, TextStyle.ESCAPED));
      text().put(" |");
    }
    text().put("\n|");
    for (Type type : schema().types()) {
      text().put(Alignment.isRight(type) ? "-:|" : ":-|");
    }
    text().put('\n');
  }

  @Override
  protected void row(Batch batch, int row) {
    text().put('|');
    for (int i = 0; i < batch.width(); i++) {
      text().put(' ');
      ValueWriter writer = rawText.get(i);
      if (writer != null) {
        raw.reset();
        writer.write(batch.column(i), row, raw);
        escape();
      } else {
        value(batch, row, i);
      }
      text().put(" |");
    }
    text().put('\n');
  }

  private void escape() {
    byte[] special = SPECIAL.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < raw.length(); i++) {
      byte value = raw.data()[i];
      for (byte mark : special) {
        text().put(value == mark ? "\\" : "");
      }
      text().put(value);
    }
  }
}
