// SPDX-License-Identifier: Apache-2.0

/**
 * Table-wide dictionaries: distinct strings with ids that never change, their sipHash64 and
 * cityHash64 beside them, kept in an append-only log whose valid length the manifest states.
 */
@NullMarked
package io.twinhouse.storage.arrow.dictionary;

import org.jspecify.annotations.NullMarked;
