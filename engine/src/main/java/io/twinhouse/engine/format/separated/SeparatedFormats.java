// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.separated;

import io.twinhouse.engine.format.FormatProvider;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.text.Header;
import io.twinhouse.engine.format.text.TextFormat;
import io.twinhouse.engine.text.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** The formats of this package; made by the service loader. */
public final class SeparatedFormats implements FormatProvider {

  private static final String TAB_SEPARATED = "text/tab-separated-values; charset=UTF-8";
  private static final List<String> ESCAPED = List.of("TabSeparated", "TSV");
  private static final List<String> RAW = List.of("TabSeparatedRaw", "TSVRaw", "Raw");

  @Override
  public List<OutputFormat> outputs() {
    List<OutputFormat> formats = new ArrayList<>();
    for (Header header : Header.ALL) {
      ESCAPED.forEach(name -> formats.add(tabSeparated(name, header, TextStyle.ESCAPED)));
      RAW.forEach(name -> formats.add(tabSeparated(name, header, TextStyle.RAW)));
      formats.add(tabSeparated("LineAsString", header, TextStyle.RAW));
      formats.add(csv(header));
    }
    return formats;
  }

  private static TextFormat tabSeparated(String name, Header header, TextStyle style) {
    return new TextFormat(
        name + header.suffix(),
        TAB_SEPARATED,
        (schema, settings, out) -> new SeparatedWriter(header, '\t', style, schema, settings, out));
  }

  private static TextFormat csv(Header header) {
    return new TextFormat(
        "CSV" + header.suffix(),
        "text/csv; charset=UTF-8; header=" + (header.names() ? "present" : "absent"),
        (schema, settings, out) ->
            new SeparatedWriter(
                header, settings.csvDelimiter(), TextStyle.CSV, schema, settings, out));
  }

  @Override
  public List<InputFormat> inputs() {
    List<InputFormat> formats = new ArrayList<>();
    for (Header header : Header.ALL) {
      ESCAPED.forEach(
          name ->
              formats.add(new SeparatedFormat(name + header.suffix(), header, TextStyle.ESCAPED)));
      RAW.forEach(
          name -> formats.add(new SeparatedFormat(name + header.suffix(), header, TextStyle.RAW)));
      formats.add(new SeparatedFormat("CSV" + header.suffix(), header, TextStyle.CSV));
    }
    return formats;
  }
}
