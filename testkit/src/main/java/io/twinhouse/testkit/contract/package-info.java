// SPDX-License-Identifier: Apache-2.0
/**
 * What every house must do, as tests: a house's test class extends {@link
 * io.twinhouse.testkit.contract.StorageContract} and says how to open it. The capabilities a house
 * claims decide what is asked of it. Each capability has one probe, run whatever the claim: a claim
 * that does not hold fails, and so does a probe that passes without a claim, since a planner that
 * believes too modest a house works around what is there. Values are compared lane by lane ({@link
 * io.twinhouse.testkit.contract.LaneValues}), so nothing is lost in printing.
 */
@NullMarked
package io.twinhouse.testkit.contract;

import org.jspecify.annotations.NullMarked;
