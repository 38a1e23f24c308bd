// SPDX-License-Identifier: Apache-2.0
/**
 * Searches in texts beyond one needle: many needles, many patterns, tokens, subsequences, groups of
 * patterns.
 */
@NullMarked
package io.twinhouse.engine.function.scalar.search;

import org.jspecify.annotations.NullMarked;
