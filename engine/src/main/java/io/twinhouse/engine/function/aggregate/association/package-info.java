// SPDX-License-Identifier: Apache-2.0

/**
 * How much one argument tells of another, and a column of itself: cramersV, theilsU, contingency,
 * entropy and their kin, all over how often each value comes.
 */
@NullMarked
package io.twinhouse.engine.function.aggregate.association;

import org.jspecify.annotations.NullMarked;
