// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format;

import io.twinhouse.engine.memory.Reservation;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a read unpacks pages: one place a stream, the same for all parts and for all who read the
 * stream in this read. The parts must stay open as long as this is used, as pages are known by
 * their address. One thread.
 */
public final class PageBuffers {

  private final Reservation memory;
  private final Map<Leaf, PageBuffer> buffers = new HashMap<>();

  /** A stream of containers has pages in pages. */
  private record Leaf(StreamKey stream, int number) {}

  /**
   * @param memory where the arrays are reserved
   */
  public PageBuffers(Reservation memory) {
    this.memory = memory;
  }

  /**
   * The place for the pages of one leaf.
   *
   * @param leaf counts the pages that a stream's page is made of
   */
  public PageBuffer of(StreamKey stream, int leaf) {
    return buffers.computeIfAbsent(new Leaf(stream, leaf), l -> new PageBuffer(memory));
  }
}
