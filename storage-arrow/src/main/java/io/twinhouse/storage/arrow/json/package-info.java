// SPDX-License-Identifier: Apache-2.0

/**
 * JSON columns as ClickHouse keeps them: objects are shredded into one typed stream for each type
 * of each path, dates inside strings are recognised, and the text is put together again from the
 * streams, paths in order. Times are those of a server whose time zone is UTC.
 *
 * <p>ClickHouse infers a value's type from the value and from the types that its path has had
 * before in the same block of an insert; so does this package, a block being what {@code
 * PartBuilder} gets at once. Strings that ClickHouse's best-effort parser may take for a date in a
 * form not known here are refused, never guessed at.
 */
@NullMarked
package io.twinhouse.storage.arrow.json;

import org.jspecify.annotations.NullMarked;
