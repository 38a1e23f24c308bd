// SPDX-License-Identifier: Apache-2.0
/**
 * Functions over texts of queries: laid out as the server lays them out, or with their constants
 * left out so that queries of one kind are alike. They need the lexer, the parser and the printer,
 * which the engine does not have.
 */
@NullMarked
package io.twinhouse.sql.function;

import org.jspecify.annotations.NullMarked;
