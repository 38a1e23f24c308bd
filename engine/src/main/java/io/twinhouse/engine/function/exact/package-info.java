// SPDX-License-Identifier: Apache-2.0
/**
 * Elementary functions rounded correctly: the double nearest to the true value. The server computes
 * exp, log, sin, cos, cbrt and their kin that way, so that its bits can be had on any processor.
 * All work is done in pairs of doubles with some 100 bits, then rounded once; a value too near to
 * the middle of two doubles to be told is refused.
 */
@NullMarked
package io.twinhouse.engine.function.exact;

import org.jspecify.annotations.NullMarked;
