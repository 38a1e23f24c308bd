// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.storage.arrow.format.PartFormat.PartContent;
import io.twinhouse.storage.arrow.format.PartFormat.StreamContent;
import java.util.List;

/**
 * A place among the pages of a part, which lie stream by stream. Immutable.
 *
 * @param stream which the place is in, or before if {@code row} is 0
 * @param row with which a page begins
 */
record PageCut(int stream, int row) {

  static final PageCut BEGIN = new PageCut(0, 0);

  static PageCut end(PartContent content) {
    return new PageCut(content.columns().size(), 0);
  }

  /** Where what is before weighs about as much as what is behind. */
  static PageCut middle(PartContent content) {
    List<StreamContent> streams = content.columns();
    long half = streams.stream().mapToLong(StreamContent::weight).sum() / 2;
    long before = 0;
    for (int s = 0; s < streams.size(); s++) {
      long weight = streams.get(s).weight();
      if (before + weight > half) {
        return within(content, s, (half - before) / (double) weight);
      }
      before += weight;
    }
    return end(content);
  }

  /** Behind a part of a stream, rounded to a whole page. */
  private static PageCut within(PartContent content, int stream, double part) {
    int granule = content.columns().get(stream).isReady() ? content.granuleRows() : content.rows();
    long row = Math.round(part * content.rows() / granule) * granule;
    return row < content.rows() ? new PageCut(stream, (int) row) : new PageCut(stream + 1, 0);
  }
}
