// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import io.twinhouse.engine.format.FormatProvider;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import java.util.List;

/** The formats of this package; made by the service loader. */
public final class AvroFormats implements FormatProvider {

  @Override
  public List<OutputFormat> outputs() {
    return List.of(new AvroFormat());
  }

  @Override
  public List<InputFormat> inputs() {
    return List.of(new AvroFormat());
  }
}
