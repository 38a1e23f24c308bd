// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The beginning of data, looked at before they are read. For one thread. */
public final class SampledInput {

  private static final int STEP = 1 << 20;

  /** As the server's input_format_max_bytes_to_read_for_schema_inference. */
  private static final int MOST = 32 << 20;

  private final InputStream rest;
  private byte[] sample;
  private boolean whole;

  public SampledInput(InputStream in) throws IOException {
    rest = in;
    sample = in.readNBytes(STEP);
    whole = sample.length < STEP;
  }

  /** All data from the beginning on. */
  public InputStream all() {
    return new SequenceInputStream(sample(), rest);
  }

  private InputStream sample() {
    return new ByteArrayInputStream(sample);
  }

  /** The data from the beginning on; what is read of them is held for who reads them next. */
  InputStream held() {
    return new Held();
  }

  /** Makes the sample longer; false at the end of the data. */
  private boolean more() throws IOException {
    if (whole) {
      return false;
    }
    int step = Math.max(STEP, sample.length);
    byte[] more = rest.readNBytes(step);
    int size = sample.length;
    sample = Arrays.copyOf(sample, size + more.length);
    System.arraycopy(more, 0, sample, size, more.length);
    whole = more.length < step;
    return more.length > 0;
  }

  /** Reads the sample and makes it longer where it ends. */
  private final class Held extends InputStream {
    private int at;

    @Override
    public int read() throws IOException {
      return at < sample.length || more() ? sample[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (at == sample.length && !more()) {
        return -1;
      }
      int count = Math.min(length, sample.length - at);
      System.arraycopy(sample, at, target, offset, count);
      at += count;
      return count;
    }
  }

  /** What was read so far, without a line that may go on. */
  String text() {
    int length = sample.length;
    while (!whole && length > 0 && sample[length - 1] != '\n') {
      length--;
    }
    return new String(sample, 0, length == 0 ? sample.length : length, StandardCharsets.UTF_8);
  }

  /** Whether there is nothing behind the sample. */
  boolean isWhole() {
    return whole;
  }

  /** Makes the sample longer; false at the end of the data, and where it is long enough. */
  boolean longer() throws IOException {
    return sample.length < MOST && more();
  }
}
