// SPDX-License-Identifier: Apache-2.0
/**
 * The server's tables as engine definitions, and back. {@link
 * io.twinhouse.storage.clickhouse.catalog.Catalog} asks {@code system.tables} and {@code
 * system.columns}; what those hold only as text (engine arguments, TTL, settings) is cut out of the
 * text with respect for quotes and parentheses. {@link io.twinhouse.storage.clickhouse.catalog.Ddl}
 * writes statements from definitions. Names are always quoted, values always escaped.
 */
@NullMarked
package io.twinhouse.storage.clickhouse.catalog;

import org.jspecify.annotations.NullMarked;
