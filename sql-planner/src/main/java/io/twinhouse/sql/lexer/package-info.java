// SPDX-License-Identifier: Apache-2.0
/**
 * From text to tokens: where words, numbers, strings and symbols of ClickHouse's dialect start and
 * end, and the cursor that grammars read them through, which knows line and column, how deep it is,
 * and what it would have accepted when something else came. Tokens are cut only when they are asked
 * for, so data behind an INSERT is never looked at.
 */
@NullMarked
package io.twinhouse.sql.lexer;

import org.jspecify.annotations.NullMarked;
