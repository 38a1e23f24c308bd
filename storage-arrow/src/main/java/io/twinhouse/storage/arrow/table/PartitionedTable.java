// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.table;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.spi.PartInfo;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableStatistics;
import io.twinhouse.storage.arrow.commit.PartStore;
import io.twinhouse.storage.arrow.commit.TableState;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.PartState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as a query sees it that lets FINAL compare rows of the same partition only. What replaces
 * what is found out for each read anew, from the keys of all rows.
 */
record PartitionedTable(StoredTable whole) implements Table {

  @Override
  public TableDefinition definition() {
    return whole.definition();
  }

  @Override
  public TableStatistics statistics() {
    return whole.statistics();
  }

  @Override
  public List<PartInfo> parts() {
    return whole.parts();
  }

  @Override
  public Table newestWithinPartitions() {
    return this;
  }

  @Override
  public Scan scan(ScanRequest request) {
    return whole.scanPartitions(request);
  }

  /** The parts with the rows marked that others of their partition replace. */
  static TableState resolved(
      TableLayout layout, PartStore store, TableState state, ScanRequest request) {
    Map<String, List<PartState>> partitions = new LinkedHashMap<>();
    for (PartState part : state.parts()) {
      partitions.computeIfAbsent(part.part().id().partition(), p -> new ArrayList<>()).add(part);
    }
    List<PartState> resolved = new ArrayList<>();
    try (MemoryContext memory =
            request.memory().child(MemoryLevel.OPERATOR, "versions", MemoryContext.UNLIMITED);
        VersionResolver resolver = new VersionResolver(layout, store, memory)) {
      for (List<PartState> parts : partitions.values()) {
        resolved.addAll(resolver.rebuild(new TableState(parts)).state().parts());
      }
    }
    return new TableState(resolved);
  }
}
