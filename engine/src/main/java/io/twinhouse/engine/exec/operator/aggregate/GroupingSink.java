// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.PartitionSink;

/** The tables of all grouping sets of one partition. */
final class GroupingSink implements PartitionSink {

  private final GroupTable[] tables;

  GroupingSink(GroupTable[] tables) {
    this.tables = tables;
  }

  @Override
  public void add(Batch batch) {
    for (GroupTable table : tables) {
      table.add(batch);
    }
  }

  void merge(GroupingSink other) {
    for (int i = 0; i < tables.length; i++) {
      tables[i].merge(other.tables[i]);
    }
  }

  int sets() {
    return tables.length;
  }

  GroupTable table(int set) {
    return tables[set];
  }
}
