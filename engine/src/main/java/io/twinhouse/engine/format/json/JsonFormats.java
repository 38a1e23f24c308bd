// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.format.FormatProvider;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.text.Header;
import io.twinhouse.engine.format.text.TextFormat;
import java.util.ArrayList;
import java.util.List;

/** The formats of this package; made by the service loader. */
public final class JsonFormats implements FormatProvider {

  private static final List<String> EACH_ROW =
      List.of("JSONEachRow", "JSONLines", "NDJSON", "JSONL");

  @Override
  public List<OutputFormat> outputs() {
    List<OutputFormat> formats = new ArrayList<>();
    for (String name : EACH_ROW) {
      formats.add(new TextFormat(name, "application/x-ndjson; charset=UTF-8", EachRowWriter::new));
    }
    formats.add(document("JSON", false));
    formats.add(document("JSONCompact", true));
    for (Header header : Header.ALL) {
      formats.add(
          new TextFormat(
              "JSONCompactEachRow" + header.suffix(),
              "text/plain; charset=UTF-8",
              (schema, settings, out) -> new CompactEachRowWriter(header, schema, settings, out)));
    }
    return formats;
  }

  private static OutputFormat document(String name, boolean compact) {
    return new TextFormat(
        name,
        "application/json; charset=UTF-8",
        (schema, settings, out) -> new DocumentWriter(compact, schema, settings, out));
  }

  @Override
  public List<InputFormat> inputs() {
    return EACH_ROW.stream().<InputFormat>map(EachRowFormat::new).toList();
  }
}
