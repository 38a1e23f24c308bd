// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The beginning of data, looked at before they are read. */
final class SampledInput {

  private static final int SAMPLE = 1 << 20;

  private final byte[] sample;
  private final InputStream rest;
  private final boolean whole;

  SampledInput(InputStream in) throws IOException {
    sample = in.readNBytes(SAMPLE);
    whole = sample.length < SAMPLE;
    rest = in;
  }

  /** All data from the beginning on. */
  InputStream all() {
    return new SequenceInputStream(new ByteArrayInputStream(sample), rest);
  }

  /** The beginning alone. */
  InputStream sample() {
    return new ByteArrayInputStream(sample);
  }

  /** The first lines, without their ends; the last one only if it is known to be whole. */
  List<String> lines() {
    String text = new String(sample, StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      lines.add(text.substring(from, end > from && text.charAt(end - 1) == '\r' ? end - 1 : end));
      from = end + 1;
    }
    if (whole && from < text.length()) {
      lines.add(text.substring(from));
    }
    return lines;
  }
}
