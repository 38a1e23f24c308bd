// SPDX-License-Identifier: Apache-2.0
/**
 * Sets of unsigned numbers as values: the aggregates that build them and the functions over them. A
 * set of up to 32 numbers is a list in the order of their coming, a larger one is made of Roaring
 * bitmaps; both travel as the bytes of the state of groupBitmap.
 */
@NullMarked
package io.twinhouse.engine.function.bitmap;

import org.jspecify.annotations.NullMarked;
