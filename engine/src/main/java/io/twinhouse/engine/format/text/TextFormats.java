// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.format.FormatProvider;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.text.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** The formats of this package; made by the service loader. */
public final class TextFormats implements FormatProvider {

  private static final String PLAIN = "text/plain; charset=UTF-8";
  private static final String TAB_SEPARATED = "text/tab-separated-values; charset=UTF-8";

  @Override
  public List<OutputFormat> outputs() {
    List<OutputFormat> formats = new ArrayList<>();
    for (Header header : Header.ALL) {
      tabSeparated(formats, header, TextStyle.ESCAPED, "TabSeparated", "TSV");
      tabSeparated(formats, header, TextStyle.RAW, "TabSeparatedRaw", "TSVRaw", "Raw");
      String type = "text/csv; charset=UTF-8; header=" + (header.names() ? "present" : "absent");
      formats.add(
          new TextFormat(
              "CSV" + header.suffix(),
              type,
              (schema, settings, out) ->
                  new SeparatedWriter(
                      header, settings.csvDelimiter(), TextStyle.CSV, schema, settings, out)));
      formats.add(new TextFormat("LineAsString" + header.suffix(), TAB_SEPARATED, raw(header)));
    }
    for (String name : List.of("Markdown", "MD")) {
      formats.add(new TextFormat(name, PLAIN, MarkdownWriter::new));
    }
    formats.add(new TextFormat("XML", "application/xml; charset=UTF-8", XmlWriter::new));
    formats.add(new TextFormat("SQLInsert", PLAIN, SqlInsertWriter::new));
    formats.add(new TextFormat("Values", PLAIN, ValuesWriter::new));
    formats.add(new TextFormat("Vertical", PLAIN, VerticalWriter::new));
    formats.add(new NullFormat());
    return formats;
  }

  private static TextFormat.WriterFactory raw(Header header) {
    return (schema, settings, out) ->
        new SeparatedWriter(header, '\t', TextStyle.RAW, schema, settings, out);
  }

  private static void tabSeparated(
      List<OutputFormat> formats, Header header, TextStyle style, String... names) {
    for (String name : names) {
      formats.add(
          new TextFormat(
              name + header.suffix(),
              TAB_SEPARATED,
              (schema, settings, out) ->
                  new SeparatedWriter(header, '\t', style, schema, settings, out)));
    }
  }

  @Override
  public List<InputFormat> inputs() {
    List<InputFormat> formats = new ArrayList<>();
    for (Header header : Header.ALL) {
      for (String name : List.of("TabSeparated", "TSV")) {
        formats.add(new SeparatedFormat(name + header.suffix(), header, TextStyle.ESCAPED));
      }
      for (String name : List.of("TabSeparatedRaw", "TSVRaw", "Raw")) {
        formats.add(new SeparatedFormat(name + header.suffix(), header, TextStyle.RAW));
      }
      formats.add(new SeparatedFormat("CSV" + header.suffix(), header, TextStyle.CSV));
    }
    formats.add(new ValuesFormat());
    formats.add(new WholeTextFormat("LineAsString"));
    formats.add(new WholeTextFormat("RawBLOB"));
    formats.add(new OneFormat());
    return formats;
  }
}
