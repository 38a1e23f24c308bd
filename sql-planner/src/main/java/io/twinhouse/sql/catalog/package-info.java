// SPDX-License-Identifier: Apache-2.0

/**
 * Database {@code system} as rows: what the planner knows of databases, tables, columns, functions
 * and settings. A table of this database that is not here is unknown; of each table only those
 * columns are here whose content is the server's in kind.
 */
@NullMarked
package io.twinhouse.sql.catalog;

import org.jspecify.annotations.NullMarked;
