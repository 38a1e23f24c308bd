// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.layout;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.Set;

/** The table engines that the store has. */
public enum EngineKind {
  MERGE_TREE("MergeTree"),
  REPLACING("ReplacingMergeTree"),
  SUMMING("SummingMergeTree"),
  AGGREGATING("AggregatingMergeTree"),
  MEMORY("Memory"),
  NULL("Null");

  /** Engines of ClickHouse's that are refused by what they lack here, not as unknown. */
  private static final Set<String> KNOWN =
      Set.of(
          "CollapsingMergeTree",
          "VersionedCollapsingMergeTree",
          "GraphiteMergeTree",
          "CoalescingMergeTree",
          "ReplicatedMergeTree",
          "ReplicatedReplacingMergeTree",
          "ReplicatedSummingMergeTree",
          "ReplicatedAggregatingMergeTree",
          "SharedMergeTree",
          "SharedReplacingMergeTree",
          "Log",
          "TinyLog",
          "StripeLog",
          "Set",
          "Join",
          "Buffer",
          "Distributed",
          "Merge",
          "File",
          "URL",
          "S3",
          "Kafka",
          "Dictionary",
          "EmbeddedRocksDB",
          "GenerateRandom",
          "View",
          "MaterializedView",
          "LiveView",
          "WindowView");

  private final String text;

  EngineKind(String text) {
    this.text = text;
  }

  /** ClickHouse's name. */
  public String text() {
    return text;
  }

  /** Whether rows are kept sorted, in parts by partition. */
  public boolean isMergeTree() {
    return this != MEMORY && this != NULL;
  }

  /** Whether what becomes of a row depends on others of its sorting key. */
  public boolean dependsOnKeys() {
    return this == REPLACING || folds();
  }

  /** Whether rows of one sorting key become one with new values. */
  public boolean folds() {
    return this == SUMMING || this == AGGREGATING;
  }

  /**
   * @throws TwinhouseException UNKNOWN_STORAGE, or NOT_IMPLEMENTED for those of ClickHouse's
   *     engines that the embedded store does not have
   */
  public static EngineKind named(String name) {
    for (EngineKind kind : values()) {
      if (kind.text.equals(name)) {
        return kind;
      }
    }
    if (KNOWN.contains(name)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Table engine "
              + name
              + " is not supported by the embedded store; use MergeTree, ReplacingMergeTree,"
              + " SummingMergeTree, AggregatingMergeTree, Memory or Null, or run this table on"
              + " ClickHouse");
    }
    throw new TwinhouseException(
        ErrorCode.UNKNOWN_STORAGE,
        "Unknown table engine "
            + name
            + ". The embedded store has MergeTree, ReplacingMergeTree, SummingMergeTree,"
            + " AggregatingMergeTree, Memory and Null");
  }
}
