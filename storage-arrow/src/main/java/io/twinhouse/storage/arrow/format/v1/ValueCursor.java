// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.storage.arrow.format.PageCursor;
import io.twinhouse.storage.arrow.lane.LaneBuffer;

/** A cursor that marks the NULLs of a page before its values are read: all NULL, no values. */
abstract class ValueCursor implements PageCursor {

  final PageHeader header = new PageHeader();
  private final int kind;

  /**
   * @param kind of the pages, one of those of {@link PageLayout}
   */
  ValueCursor(int kind) {
    this.kind = kind;
  }

  @Override
  public void bind(long address) {
    header.bind(address, kind);
  }

  @Override
  public final void read(int from, int count, LaneBuffer target) {
    if (header.allNull()) {
      target.appendNulls(count);
    } else {
      header.markNulls(from, count, target);
      readValues(from, count, target);
    }
  }

  @Override
  public final void read(int[] rows, int count, LaneBuffer target) {
    if (header.allNull()) {
      target.appendNulls(count);
    } else {
      header.markNulls(rows, count, target);
      readValues(rows, count, target);
    }
  }

  /** As {@link #read(int, int, LaneBuffer)}, of a page that is not all NULL. */
  abstract void readValues(int from, int count, LaneBuffer target);

  /** As {@link #read(int[], int, LaneBuffer)}, of a page that is not all NULL. */
  abstract void readValues(int[] rows, int count, LaneBuffer target);
}
