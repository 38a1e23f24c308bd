// SPDX-License-Identifier: Apache-2.0

/**
 * From a parsed statement to what the engine is to do: queries are planned, definitions become
 * records, questions about the catalog become rows, and what a house runs itself is handed over as
 * text.
 */
@NullMarked
package io.twinhouse.sql.prepare;

import org.jspecify.annotations.NullMarked;
