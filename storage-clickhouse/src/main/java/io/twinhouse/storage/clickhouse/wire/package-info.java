// SPDX-License-Identifier: Apache-2.0
/**
 * ClickHouse's Native format, between a stream of bytes and batches. A stream is a sequence of
 * blocks; a block is the number of its columns and of its rows (variable-length integers), then for
 * each column its name, its type's text and its values: numbers in little-endian order, strings
 * each after its length, a Nullable's flags before its values, an Array's end positions before its
 * elements, a LowCardinality's keys before its indices. {@link
 * io.twinhouse.storage.clickhouse.wire.NativeReader} holds one block at a time, reserved before it
 * is allocated, and hands it out in batches of the usual size; {@link
 * io.twinhouse.storage.clickhouse.wire.NativeWriter} writes one block a batch. One codec a lane
 * knows both directions. Types whose bytes only the server understands (aggregate states, Dynamic)
 * are refused by name.
 */
@NullMarked
package io.twinhouse.storage.clickhouse.wire;

import org.jspecify.annotations.NullMarked;
