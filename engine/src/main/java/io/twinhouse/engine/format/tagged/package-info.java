// SPDX-License-Identifier: Apache-2.0
/**
 * Formats whose values say themselves of what kind they are: MsgPack, a row being its values one
 * behind the other, BSONEachRow, a row being a document, and Npy, which says it once for one
 * column. Types that have no kind of their own travel as numbers or bytes.
 */
@NullMarked
package io.twinhouse.engine.format.tagged;

import org.jspecify.annotations.NullMarked;
