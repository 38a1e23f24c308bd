// SPDX-License-Identifier: Apache-2.0
/**
 * What the tests of every module share. {@link io.twinhouse.testkit.Seed} makes random tests
 * repeatable ({@code -Dtwinhouse.seed=} replays a run), {@link io.twinhouse.testkit.RandomSource}
 * draws the values, {@link io.twinhouse.testkit.FailureInputs} keeps the input of a test that
 * failed, and {@link io.twinhouse.testkit.LeakCheck} fails a test that leaves threads, open files
 * or reserved memory behind. All are JUnit Jupiter extensions or plain values; none is shipped.
 */
@NullMarked
package io.twinhouse.testkit;

import org.jspecify.annotations.NullMarked;
