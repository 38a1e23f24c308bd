// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.protobuf;

import io.twinhouse.engine.format.FormatProvider;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import java.util.List;

/** The formats of this package; made by the service loader. */
public final class ProtobufFormats implements FormatProvider {

  private static final List<ProtobufFormat> ALL =
      List.of(
          new ProtobufFormat("Protobuf", ProtobufFormat.Framing.EACH),
          new ProtobufFormat("ProtobufSingle", ProtobufFormat.Framing.NONE),
          new ProtobufFormat("ProtobufList", ProtobufFormat.Framing.LIST));

  @Override
  public List<OutputFormat> outputs() {
    return List.copyOf(ALL);
  }

  @Override
  public List<InputFormat> inputs() {
    return List.copyOf(ALL);
  }
}
