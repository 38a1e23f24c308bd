// SPDX-License-Identifier: Apache-2.0
/**
 * The house that is a ClickHouse server: {@code clickhouse:http://host:8123/database}. It runs
 * ClickHouse SQL itself ({@code execute}), so the planner renders a query instead of lowering it;
 * the catalog, definitions and inserts go through the same storage interface as the embedded house.
 * Found through {@link io.twinhouse.storage.clickhouse.ClickHouseStorageProvider}; everything else
 * here is hidden behind {@code io.twinhouse.engine.spi}.
 */
@NullMarked
package io.twinhouse.storage.clickhouse;

import org.jspecify.annotations.NullMarked;
