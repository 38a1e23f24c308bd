// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.storage.arrow.part.Part;

/**
 * Rows {@code [from, to)} of a part.
 *
 * @param from the first row
 * @param to the row after the last
 */
public record PartRange(Part part, int from, int to) {

  public static PartRange whole(Part part) {
    return new PartRange(part, 0, part.rows());
  }

  public int rows() {
    return to - from;
  }
}
