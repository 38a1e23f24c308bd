// SPDX-License-Identifier: Apache-2.0
/**
 * The command line's work on houses and files: {@code local} runs queries as clickhouse-local does,
 * with a table of the file or input given; {@code convert} streams a file from one format to
 * another; {@code check} reads a store with all its checksums; {@code verify} compares a table in
 * two houses. What a file's name and first rows say of its format and columns is guessed only where
 * ClickHouse would guess the same, and asked for elsewhere.
 */
@NullMarked
package io.twinhouse.server.local;

import org.jspecify.annotations.NullMarked;
