// SPDX-License-Identifier: Apache-2.0
/**
 * The format Parquet as it is written: a shredder a field takes values apart into the levels and
 * values of leaves, whose pages are packed as they fill; a row group is held until its rows are
 * enough. Values are written plainly, pages are of the first kind, there are no statistics.
 */
@NullMarked
package io.twinhouse.server.parquet.write;

import org.jspecify.annotations.NullMarked;
