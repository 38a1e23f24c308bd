// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.format.FormatProvider;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import java.util.ArrayList;
import java.util.List;

/** The formats of this package; made by the service loader. */
public final class TextFormats implements FormatProvider {

  private static final String PLAIN = "text/plain; charset=UTF-8";

  @Override
  public List<OutputFormat> outputs() {
    List<OutputFormat> formats = new ArrayList<>();
    for (String name : List.of("Markdown", "MD")) {
      formats.add(new TextFormat(name, PLAIN, MarkdownWriter::new));
    }
    formats.add(new TextFormat("XML", "application/xml; charset=UTF-8", XmlWriter::new));
    formats.add(
        new TextFormat(
            "Prometheus", "text/plain; version=0.0.4; charset=UTF-8", PrometheusWriter::new));
    formats.add(new TextFormat("SQLInsert", PLAIN, SqlInsertWriter::new));
    formats.add(new TextFormat("Values", PLAIN, ValuesWriter::new));
    formats.add(new TextFormat("Vertical", PLAIN, VerticalWriter::new));
    formats.add(new NullFormat());
    return formats;
  }

  @Override
  public List<InputFormat> inputs() {
    return List.of(
        new ValuesFormat(),
        new WholeTextFormat("LineAsString"),
        new WholeTextFormat("RawBLOB"),
        new OneFormat());
  }
}
