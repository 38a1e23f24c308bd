// SPDX-License-Identifier: Apache-2.0
/**
 * Sums of events kept by the hour and by the day, fed by the inserts of the events themselves:
 * which pieces of a range come from which sums and which from the events, figures and series and
 * leading keys of any range, compaction, retention, and a check that names each sum that is not
 * what the events say. The same on both houses.
 */
@NullMarked
package io.twinhouse.engine.rollup;

import org.jspecify.annotations.NullMarked;
