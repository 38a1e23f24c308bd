// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.set;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.Operator;
import org.jspecify.annotations.Nullable;

/** An operator of which the first batch is read before the others are asked for. */
final class LookAhead implements Operator {

  private final Operator source;
  private @Nullable Batch first;

  LookAhead(Operator source) {
    this.source = source;
  }

  /** Reads the first batch with rows, which stays valid until {@link #next}. */
  boolean hasRows() {
    do {
      first = source.next();
    } while (first != null && first.rows() == 0);
    return first != null;
  }

  @Override
  public @Nullable Batch next() {
    Batch batch = first;
    first = null;
    return batch == null ? source.next() : batch;
  }

  @Override
  public void close() {
    source.close();
  }
}
