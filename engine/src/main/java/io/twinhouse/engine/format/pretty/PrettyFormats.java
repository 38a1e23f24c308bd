// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.pretty;

import io.twinhouse.engine.format.FormatProvider;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.text.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The formats of this package; made by the service loader. */
public final class PrettyFormats implements FormatProvider {

  private static final Map<String, Grid> GRIDS =
      Map.of("Pretty", Grid.FULL, "PrettyCompact", Grid.COMPACT, "PrettySpace", Grid.SPACE);

  @Override
  public List<OutputFormat> outputs() {
    List<OutputFormat> formats = new ArrayList<>();
    GRIDS.forEach(
        (name, grid) -> {
          for (String suffix : List.of("", "NoEscapes", "MonoBlock", "NoEscapesMonoBlock")) {
            formats.add(
                new TextFormat(
                    name + suffix,
                    "text/plain; charset=UTF-8",
                    (schema, settings, out) -> new PrettyWriter(grid, schema, settings, out)));
          }
        });
    return formats;
  }

  @Override
  public List<InputFormat> inputs() {
    return List.of();
  }
}
