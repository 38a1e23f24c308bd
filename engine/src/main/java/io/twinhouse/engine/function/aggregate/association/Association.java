// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.association;

import io.twinhouse.engine.function.aggregate.object.KeyCounts;
import io.twinhouse.engine.function.exact.Exponential;

/** What is made of how often two values and each of them came. */
enum Association {
  CRAMERS_V,
  CRAMERS_V_CORRECTED,
  CONTINGENCY,
  THEILS_U;

  /** The measure over at least two rows. */
  double of(CrossTable table) {
    return switch (this) {
      case CRAMERS_V -> cramersV(table);
      case CRAMERS_V_CORRECTED -> corrected(table);
      case CONTINGENCY -> {
        double phi = phiSquared(table);
        yield Math.sqrt(phi / (phi + 1));
      }
      case THEILS_U -> theilsU(table);
    };
  }

  private static int fewer(CrossTable table) {
    return Math.min(table.first().size(), table.second().size());
  }

  /** Chi squared by the number of rows. */
  private static double phiSquared(CrossTable table) {
    double sum = 0;
    KeyCounts pairs = table.pairs();
    for (int pair : pairs.order()) {
      double a = table.first().count(pairs.low(pair), 0);
      double b = table.second().count(pairs.high(pair), 0);
      double both = pairs.count(pair);
      sum += both * both / (a * b);
    }
    if (fewer(table) <= 1) {
      return 0;
    }
    return Math.min(Math.max(sum - 1, 0), fewer(table) - 1.0);
  }

  private static double cramersV(CrossTable table) {
    if (fewer(table) <= 1) {
      return Double.NaN;
    }
    return Math.sqrt(phiSquared(table) / (fewer(table) - 1.0));
  }

  private static double corrected(CrossTable table) {
    double a = table.first().size();
    double b = table.second().size();
    double rows = table.rows() - 1.0;
    double phi = Math.max(0, phiSquared(table) - (a - 1) * (b - 1) / rows);
    double correctedA = a - (a - 1) * (a - 1) / rows;
    double correctedB = b - (b - 1) * (b - 1) / rows;
    double divisor = Math.min(correctedA, correctedB) - 1;
    return divisor <= 0 ? Double.NaN : Math.sqrt(phi / divisor);
  }

  private static double theilsU(CrossTable table) {
    double rows = table.rows();
    double entropy = 0;
    for (int key : table.first().order()) {
      double share = table.first().count(key) / rows;
      entropy += share * Exponential.log(share);
    }
    if (entropy == 0) {
      return 0;
    }
    double dependent = 0;
    KeyCounts pairs = table.pairs();
    for (int pair : pairs.order()) {
      double both = pairs.count(pair);
      double given = both / table.second().count(pairs.high(pair), 0);
      dependent += both / rows * Exponential.log(given);
    }
    return (entropy - dependent) / entropy;
  }
}
