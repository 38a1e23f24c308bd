// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.format.FormatProvider;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.text.Header;
import io.twinhouse.engine.format.text.TextFormat;
import io.twinhouse.engine.format.text.TextFormat.WriterFactory;
import java.util.ArrayList;
import java.util.List;

/** The formats of this package; made by the service loader. */
public final class JsonFormats implements FormatProvider {

  private static final String DOCUMENT = "application/json; charset=UTF-8";
  private static final String LINES = "application/x-ndjson; charset=UTF-8";
  private static final List<String> EACH_ROW =
      List.of("JSONEachRow", "JSONLines", "NDJSON", "JSONL");

  @Override
  public List<OutputFormat> outputs() {
    List<OutputFormat> formats = new ArrayList<>();
    for (String name : EACH_ROW) {
      formats.add(eachRow(name, false, false));
    }
    for (String name : List.of("PrettyJSONEachRow", "PrettyJSONLines", "PrettyNDJSON")) {
      formats.add(eachRow(name, false, true));
    }
    formats.add(eachRow("JSONStringsEachRow", true, false));
    for (boolean strings : new boolean[] {false, true}) {
      String kind = strings ? "Strings" : "";
      formats.add(document("JSON" + kind, false, strings));
      formats.add(document("JSONCompact" + kind, true, strings));
      formats.add(progress("JSON" + kind + "EachRowWithProgress", false, strings));
      formats.add(progress("JSONCompact" + kind + "EachRowWithProgress", true, strings));
      for (Header header : Header.ALL) {
        formats.add(compactEachRow("JSONCompact" + kind + "EachRow", header, strings));
      }
    }
    formats.add(columns("JSONColumns", ColumnsWriter.Form.NAMED));
    formats.add(columns("JSONCompactColumns", ColumnsWriter.Form.COMPACT));
    formats.add(columns("JSONColumnsWithMetadata", ColumnsWriter.Form.DOCUMENT));
    formats.add(new TextFormat("JSONObjectEachRow", DOCUMENT, ObjectEachRowWriter::new));
    return formats;
  }

  private static OutputFormat eachRow(String name, boolean strings, boolean pretty) {
    WriterFactory factory =
        (schema, settings, out) -> new EachRowWriter(strings, pretty, schema, settings, out);
    return new TextFormat(name, LINES, factory);
  }

  private static OutputFormat document(String name, boolean compact, boolean strings) {
    WriterFactory factory =
        (schema, settings, out) -> new DocumentWriter(compact, strings, schema, settings, out);
    return new TextFormat(name, DOCUMENT, factory);
  }

  private static OutputFormat progress(String name, boolean compact, boolean strings) {
    WriterFactory factory =
        (schema, settings, out) -> new ProgressWriter(compact, strings, schema, settings, out);
    return new TextFormat(name, DOCUMENT, factory);
  }

  private static OutputFormat compactEachRow(String name, Header header, boolean strings) {
    WriterFactory factory =
        (schema, settings, out) -> new CompactEachRowWriter(header, strings, schema, settings, out);
    return new TextFormat(name + header.suffix(), "text/plain; charset=UTF-8", factory);
  }

  private static OutputFormat columns(String name, ColumnsWriter.Form form) {
    WriterFactory factory =
        (schema, settings, out) -> new ColumnsWriter(form, schema, settings, out);
    return new TextFormat(name, DOCUMENT, factory);
  }

  @Override
  public List<InputFormat> inputs() {
    List<InputFormat> formats = new ArrayList<>();
    for (String name : EACH_ROW) {
      formats.add(new EachRowFormat(name, EachRowReader.Layout.LINES, false));
    }
    formats.add(new EachRowFormat("JSONStringsEachRow", EachRowReader.Layout.LINES, true));
    formats.add(new EachRowFormat("JSON", EachRowReader.Layout.DOCUMENT, false));
    formats.add(new EachRowFormat("JSONObjectEachRow", EachRowReader.Layout.OBJECT, false));
    formats.add(new WholeObjectFormat("JSONAsString", true));
    formats.add(new WholeObjectFormat("JSONAsObject", false));
    formats.add(new ColumnsFormat("JSONColumns", ColumnsWriter.Form.NAMED));
    formats.add(new ColumnsFormat("JSONCompactColumns", ColumnsWriter.Form.COMPACT));
    formats.add(new ColumnsFormat("JSONColumnsWithMetadata", ColumnsWriter.Form.DOCUMENT));
    formats.add(new CompactEachRowFormat("JSONCompact", Header.NONE, true, false));
    for (Header header : Header.ALL) {
      for (boolean strings : new boolean[] {false, true}) {
        String name = "JSONCompact" + (strings ? "Strings" : "") + "EachRow" + header.suffix();
        formats.add(new CompactEachRowFormat(name, header, false, strings));
      }
    }
    return formats;
  }
}
