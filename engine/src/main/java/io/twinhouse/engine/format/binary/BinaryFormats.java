// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.format.FormatProvider;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.text.TextFormat;
import java.util.ArrayList;
import java.util.List;

/** The formats of this package; made by the service loader. */
public final class BinaryFormats implements FormatProvider {

  private static final List<RowBinaryFormat> ALL =
      List.of(
          new RowBinaryFormat("RowBinary", false, false, false),
          new RowBinaryFormat("RowBinaryWithNames", true, false, false),
          new RowBinaryFormat("RowBinaryWithNamesAndTypes", true, true, false));

  @Override
  public List<OutputFormat> outputs() {
    List<OutputFormat> formats = new ArrayList<>(ALL);
    formats.add(new TextFormat("RawBLOB", "text/plain; charset=UTF-8", RawBlobWriter::new));
    formats.add(new NativeFormat());
    return formats;
  }

  @Override
  public List<InputFormat> inputs() {
    List<InputFormat> formats = new ArrayList<>(ALL);
    formats.add(new RowBinaryFormat("RowBinaryWithDefaults", false, false, true));
    formats.add(new RowBinaryFormat("RowBinaryWithNamesAndTypesAndDefaults", true, true, true));
    formats.add(new NativeFormat());
    return formats;
  }
}
