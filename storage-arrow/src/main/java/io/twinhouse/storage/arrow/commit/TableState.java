// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import io.twinhouse.storage.arrow.part.PartState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The parts of a table at one moment, in ClickHouse's reading order. Immutable.
 *
 * @param parts ordered by {@code PartId}
 */
public record TableState(List<PartState> parts) {

  public static final TableState EMPTY = new TableState(List.of());

  public TableState {
    List<PartState> sorted = new ArrayList<>(parts);
    sorted.sort((a, b) -> a.part().id().compareTo(b.part().id()));
    parts = List.copyOf(sorted);
  }

  public long rows() {
    return parts.stream().mapToLong(p -> p.part().rows()).sum();
  }

  public long bytes() {
    return parts.stream().mapToLong(p -> p.part().bytes()).sum();
  }

  /** With each part's state changed. */
  public TableState map(UnaryOperator<PartState> change) {
    return new TableState(parts.stream().map(change).toList());
  }
}
