// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.arrow;

import io.twinhouse.engine.format.FormatProvider;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import java.util.List;

/** The formats of this package; made by the service loader. */
public final class ArrowFormats implements FormatProvider {

  private static final List<ArrowFormat> ALL =
      List.of(new ArrowFormat("Arrow", true), new ArrowFormat("ArrowStream", false));

  @Override
  public List<OutputFormat> outputs() {
    return List.copyOf(ALL);
  }

  @Override
  public List<InputFormat> inputs() {
    return List.copyOf(ALL);
  }
}
