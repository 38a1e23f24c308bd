// SPDX-License-Identifier: Apache-2.0

/**
 * Objects of type JSON as ClickHouse understands them: the types that it infers for the values of
 * paths, dates inside strings recognised, and the one text that it prints, paths in order. Times
 * are those of a server whose time zone is UTC.
 *
 * <p>A value's type is inferred from the value and from the types that its path has had before in
 * the same block, so an {@link io.twinhouse.engine.json.ObjectReader} remembers them. Strings that
 * ClickHouse's best-effort parser may take for a date in a form not known here are refused, never
 * guessed at.
 *
 * <p>In flight a value is its text, which is read again one value at a time, without what was there
 * before. Where the text alone would then be taken for another type (the whole number that is a
 * Float64, the date that is a String among strings) it carries a {@linkplain
 * io.twinhouse.engine.text.JsonMarks mark}, which is left out when the text is shown.
 */
@NullMarked
package io.twinhouse.engine.json;

import org.jspecify.annotations.NullMarked;
