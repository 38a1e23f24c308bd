// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.sql.SqlExplainLevel;

/** What a relation tells the planner to be told apart by, beside what it tells a reader. */
final class Digests {

  private Digests() {}

  /** Whether the planner asks, to find equal relations, and not somebody who reads the plan. */
  static boolean isDigest(RelWriter writer) {
    return writer.getDetailLevel() == SqlExplainLevel.DIGEST_ATTRIBUTES;
  }
}
