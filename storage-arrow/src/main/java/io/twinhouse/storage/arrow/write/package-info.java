// SPDX-License-Identifier: Apache-2.0

/**
 * From batches to parts: rows are collected, missing columns computed, rows split by partition and
 * sorted by key, replaced versions collapsed, strings given dictionary ids, parts written.
 */
@NullMarked
package io.twinhouse.storage.arrow.write;

import org.jspecify.annotations.NullMarked;
