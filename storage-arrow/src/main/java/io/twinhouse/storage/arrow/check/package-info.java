// SPDX-License-Identifier: Apache-2.0

/**
 * The offline verifier: reads a store that nobody has open, every checksum and every invariant that
 * readers rely on, and says what is wrong. Changes nothing.
 */
@NullMarked
package io.twinhouse.storage.arrow.check;

import org.jspecify.annotations.NullMarked;
