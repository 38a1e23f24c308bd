// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

/**
 * Whether a value counts as true in a filter: not 0 and not NULL. The one operator that makes
 * Calcite's BOOLEAN; conditions are ANDs of it.
 */
public final class TruthOperator extends EngineOperator {

  static final TruthOperator INSTANCE = new TruthOperator();

  private TruthOperator() {
    super("isTrue");
  }
}
