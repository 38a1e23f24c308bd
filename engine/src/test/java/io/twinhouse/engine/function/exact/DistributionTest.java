// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Distributions against closed forms; the server's digits are asked in the scripts of calls. */
class DistributionTest {

  @Test
  void theIncompleteBetaFunctionHasItsClosedForms() {
    for (double x : new double[] {0.1, 0.5, 0.875, 0.99}) {
      assertThat(IncompleteBeta.of(1, 1, x, false)).isEqualTo(x);
      assertThat(IncompleteBeta.of(3, 1, x, false)).isCloseTo(x * x * x, within(1e-16));
      assertThat(IncompleteBeta.of(1, 1, x, true)).isCloseTo(1 - x, within(1e-16));
    }
    assertThat(IncompleteBeta.of(1000, 1000, 0.5, false)).isEqualTo(0.5);
  }

  @Test
  void distributionsWithFewDegreesOfFreedomAreKnown() {
    for (double t : new double[] {0.1, 1, 3, 50}) {
      double cauchy = 0.5 - Math.atan(t) / Math.PI;
      assertThat(IncompleteBeta.student(1, -t)).isCloseTo(cauchy, within(1e-15));
      double two = 0.5 - t / (2 * Math.sqrt(2 + t * t));
      assertThat(IncompleteBeta.student(2, -t)).isCloseTo(two, within(1e-15));
    }
    assertThat(IncompleteBeta.fisher(2, 2, 3)).isCloseTo(0.75, within(1e-15));
    assertThat(IncompleteBeta.student(100_000, -1.0)).isCloseTo(0.15866, within(1e-4));
  }

  @Test
  void theGammaFunctionHasItsFactorials() {
    double factorial = 1;
    for (int n = 2; n < 30; n++) {
      factorial *= n - 1;
      double log = IncompleteBeta.logGamma(Pair.of(n)).high();
      assertThat(log).isCloseTo(Exponential.log(factorial), within(1e-13));
    }
  }
}
