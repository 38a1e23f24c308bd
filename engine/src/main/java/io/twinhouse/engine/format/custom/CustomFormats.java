// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.custom;

import io.twinhouse.engine.format.FormatProvider;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.text.Header;
import io.twinhouse.engine.format.text.TextFormat;
import java.util.ArrayList;
import java.util.List;

/** The formats of this package; made by the service loader. */
public final class CustomFormats implements FormatProvider {

  @Override
  public List<OutputFormat> outputs() {
    List<OutputFormat> formats = new ArrayList<>();
    for (Header header : Header.ALL) {
      formats.add(
          new TextFormat(
              "CustomSeparated" + header.suffix(),
              "text/plain; charset=UTF-8",
              (schema, settings, out) -> new CustomWriter(header, schema, settings, out)));
    }
    formats.add(new TextFormat("Template", "text/plain; charset=UTF-8", TemplateWriter::new));
    return formats;
  }

  @Override
  public List<InputFormat> inputs() {
    List<InputFormat> formats = new ArrayList<>();
    for (Header header : Header.ALL) {
      formats.add(new CustomFormat(header, false));
      formats.add(new CustomFormat(header, true));
    }
    formats.add(new RegexpFormat());
    return formats;
  }
}
