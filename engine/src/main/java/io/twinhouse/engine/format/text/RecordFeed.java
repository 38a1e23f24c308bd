// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A window on a stream that grows to hold one record at a time. A record is the bytes from {@link
 * #from()} to before {@link #to()}, once a caller has said so by {@link #take(int)}.
 */
public final class RecordFeed {

  private final InputStream in;
  private byte[] data = new byte[1 << 16];
  private int from;
  private int to;
  private int limit;

  public RecordFeed(InputStream in) {
    this.in = in;
  }

  /** The bytes; valid until more are asked for. */
  public byte[] data() {
    return data;
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  /** Where in {@link #data()} the bytes end that have been read. */
  public int limit() {
    return limit;
  }

  /**
   * The byte {@code offset} bytes behind the last record, or -1 behind the end; reads on if it
   * must.
   */
  public int peek(int offset) throws IOException {
    while (to + offset >= limit) {
      if (!fill()) {
        return -1;
      }
    }
    return data[to + offset] & 0xff;
  }

  /** The next {@code length} bytes become the record. */
  public void take(int length) {
    from = to;
    to += length;
  }

  /** Passes the next {@code length} bytes. */
  public void skip(int length) {
    to += length;
    from = to;
  }

  /**
   * Ends the last record earlier, so that what stands behind is to come again.
   *
   * @param position in {@link #data()}, within the record
   */
  public void goBack(int position) {
    to = position;
  }

  private boolean fill() throws IOException {
    if (to > 0) {
      System.arraycopy(data, to, data, 0, limit - to);
      limit -= to;
      from = 0;
      to = 0;
    }
    if (limit == data.length) {
      data = Arrays.copyOf(data, data.length * 2);
    }
    int count = in.read(data, limit, data.length - limit);
    if (count <= 0) {
      return false;
    }
    limit += count;
    return true;
  }
}
