// SPDX-License-Identifier: Apache-2.0
/**
 * How alike two texts are: edit distances, shared bytes, shared n-grams, and what sounds alike. The
 * same code runs over bytes and over code points, as a text is an array of numbers to it.
 */
@NullMarked
package io.twinhouse.engine.function.scalar.similar;

import org.jspecify.annotations.NullMarked;
