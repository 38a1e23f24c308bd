// SPDX-License-Identifier: Apache-2.0
/**
 * The real ClickHouse, for tests. {@link io.twinhouse.testkit.clickhouse.RealClickHouse} finds a
 * server (the URL in {@code TWINHOUSE_CLICKHOUSE_URL}, else a child process that runs the engine of
 * the chDB npm package), {@link io.twinhouse.testkit.clickhouse.ClickHouseHttp} talks to it over
 * plain HTTP without any client library, {@link io.twinhouse.testkit.clickhouse.ScratchHouse} opens
 * an engine on a database of its own, and {@link
 * io.twinhouse.testkit.clickhouse.RequiresClickHouse} marks the tests that need it, so that they
 * are skipped by name where there is none. The engine's library is never loaded into the test's own
 * JVM: a crash of it must not look like a crash of ours.
 */
@NullMarked
package io.twinhouse.testkit.clickhouse;

import org.jspecify.annotations.NullMarked;
