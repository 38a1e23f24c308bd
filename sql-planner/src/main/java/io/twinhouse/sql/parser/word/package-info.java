// SPDX-License-Identifier: Apache-2.0

/**
 * The words of the grammar that stand for a closed set: operators with their precedence, units of
 * intervals, parts of dates. They know nothing of the parsers that read them.
 */
@NullMarked
package io.twinhouse.sql.parser.word;

import org.jspecify.annotations.NullMarked;
