// SPDX-License-Identifier: Apache-2.0

/**
 * JUnit 5: a house for each test or test class with its tables and rows, handed to tests as an
 * engine, a URL or a JDBC data source, and assertions on answers and on peak memory. The same tests
 * run on a real ClickHouse when the system property {@code twinhouse.house} names one.
 */
@NullMarked
package io.twinhouse.testing;

import org.jspecify.annotations.NullMarked;
