// SPDX-License-Identifier: Apache-2.0

/**
 * FROM: tables, views, table functions, sub-queries, joins and ARRAY JOIN become relational nodes
 * and columns with names.
 */
@NullMarked
package io.twinhouse.sql.analyse.from;

import org.jspecify.annotations.NullMarked;
