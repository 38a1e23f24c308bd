// SPDX-License-Identifier: Apache-2.0

/**
 * What a house (a storage that queries run in) implements: catalog, table definitions, scans,
 * inserts, pass-through of ClickHouse SQL, and the capabilities it claims.
 */
@NullMarked
package io.twinhouse.engine.spi;

import org.jspecify.annotations.NullMarked;
