// SPDX-License-Identifier: Apache-2.0

/**
 * Tests of hypotheses over samples: whether two of them are from one distribution, have one mean,
 * rise together. Probabilities are the nearest doubles, or refused where that cannot be told.
 */
@NullMarked
package io.twinhouse.engine.function.aggregate.hypothesis;

import org.jspecify.annotations.NullMarked;
