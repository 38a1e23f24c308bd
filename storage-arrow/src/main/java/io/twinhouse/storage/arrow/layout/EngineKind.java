// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.layout;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The table engines that the store has. */
public enum EngineKind {
  MERGE_TREE("MergeTree"),
  REPLACING("ReplacingMergeTree"),
  SUMMING("SummingMergeTree"),
  AGGREGATING("AggregatingMergeTree"),
  COLLAPSING("CollapsingMergeTree"),
  VERSIONED_COLLAPSING("VersionedCollapsingMergeTree"),
  COALESCING("CoalescingMergeTree"),
  LOG("Log"),
  TINY_LOG("TinyLog"),
  STRIPE_LOG("StripeLog"),
  MEMORY("Memory"),
  NULL("Null"),
  MERGE("Merge"),
  BUFFER("Buffer"),
  ALIAS("Alias"),
  GENERATE_RANDOM("GenerateRandom"),
  SET("Set"),
  JOIN("Join"),
  /** What is asked elsewhere: such a table has a definition and no rows. */
  DICTIONARY("Dictionary");

  /** Engines of ClickHouse's that are refused by what they lack here, not as unknown. */
  private static final Set<String> KNOWN =
      Set.of(
          "GraphiteMergeTree",
          "ReplicatedMergeTree",
          "ReplicatedReplacingMergeTree",
          "ReplicatedSummingMergeTree",
          "ReplicatedAggregatingMergeTree",
          "SharedMergeTree",
          "SharedReplacingMergeTree",
          "Distributed",
          "File",
          "URL",
          "S3",
          "Kafka",
          "EmbeddedRocksDB",
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
    return !isAppended() && this != MEMORY && !keepsNothing();
  }

  /** Whether there are no rows of its own. */
  public boolean keepsNothing() {
    return this == NULL || standsForOthers();
  }

  /** Whether what is read is in other tables, or in none. */
  public boolean standsForOthers() {
    return switch (this) {
      case MERGE, BUFFER, ALIAS, GENERATE_RANDOM, DICTIONARY -> true;
      default -> false;
    };
  }

  /** Whether rows stay in the order in which they came and never change. */
  public boolean isAppended() {
    return isLog() || this == SET || this == JOIN;
  }

  /** Whether the engine is of the Log family. */
  public boolean isLog() {
    return this == LOG || this == TINY_LOG || this == STRIPE_LOG;
  }

  /** Whether what becomes of a row depends on others of its sorting key. */
  public boolean dependsOnKeys() {
    return this == REPLACING || folds();
  }

  /** Whether reads with FINAL bring the rows of a sorting key together. */
  public boolean folds() {
    return switch (this) {
      case SUMMING, AGGREGATING, COALESCING, COLLAPSING, VERSIONED_COLLAPSING -> true;
      default -> false;
    };
  }

  /** Whether rows that tell a state and rows that take one back cancel each other. */
  public boolean hasSign() {
    return this == COLLAPSING || this == VERSIONED_COLLAPSING;
  }

  /** Whether the argument lists the columns whose values come together. */
  public boolean listsColumns() {
    return this == SUMMING || this == COALESCING;
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
              + " is not supported by the embedded store; use one of "
              + names()
              + ", or run this table on ClickHouse");
    }
    throw new TwinhouseException(
        ErrorCode.UNKNOWN_STORAGE,
        "Unknown table engine " + name + ". The embedded store has " + names());
  }

  private static String names() {
    return Arrays.stream(values())
        .filter(kind -> kind != DICTIONARY)
        .map(EngineKind::text)
        .collect(Collectors.joining(", "));
  }
}
