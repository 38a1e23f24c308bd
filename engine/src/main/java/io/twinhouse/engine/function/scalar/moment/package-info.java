// SPDX-License-Identifier: Apache-2.0
/**
 * Times read from text by a format that the query gives: the format is compiled once into steps,
 * each of which reads a piece of the text and notes what it found.
 */
@NullMarked
package io.twinhouse.engine.function.scalar.moment;

import org.jspecify.annotations.NullMarked;
