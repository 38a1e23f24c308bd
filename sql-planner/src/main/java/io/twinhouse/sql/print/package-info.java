// SPDX-License-Identifier: Apache-2.0
/**
 * From the tree back to text: natural SQL in one line, with no more brackets than needed, that
 * parses to an equal tree and that the real server accepts.
 */
@NullMarked
package io.twinhouse.sql.print;

import org.jspecify.annotations.NullMarked;
