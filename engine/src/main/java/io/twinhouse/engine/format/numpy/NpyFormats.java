// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.numpy;

import io.twinhouse.engine.format.FormatProvider;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import java.util.List;

/** The format of this package; made by the service loader. */
public final class NpyFormats implements FormatProvider {

  @Override
  public List<OutputFormat> outputs() {
    return List.of(new NpyFormat());
  }

  @Override
  public List<InputFormat> inputs() {
    return List.of(new NpyFormat());
  }
}
