// SPDX-License-Identifier: Apache-2.0

/**
 * TabSeparated, TabSeparatedRaw and CSV: a line is a row, and a sign stands between its fields. CSV
 * has quotes, blanks around fields, and tuples whose elements are fields.
 */
@NullMarked
package io.twinhouse.engine.format.separated;

import org.jspecify.annotations.NullMarked;
