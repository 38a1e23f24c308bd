// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import org.jspecify.annotations.Nullable;

/** Groups that are all in memory, in the order of their first appearance. */
final class HeldGroups implements GroupTables {

  private final GroupingSink groups;
  private int set;

  HeldGroups(GroupingSink groups) {
    this.groups = groups;
  }

  @Override
  public @Nullable Part next() {
    return set == groups.sets() ? null : new Part(set, groups.table(set++));
  }
}
