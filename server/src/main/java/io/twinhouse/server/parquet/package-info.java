// SPDX-License-Identifier: Apache-2.0
/**
 * The format Parquet, as it is read; {@code write} is the other way. {@code ParquetFile} finds the
 * column chunks of row groups by the footer, whose structures come from parquet-format; {@code
 * ChunkPages} takes a chunk apart into pages; {@code LeafCursor} walks over the levels and values
 * of these; assemblers put the cells of leaves together to values, lists and tuples as Dremel does.
 * What a spoilt file says of lengths is measured by the bytes that are there, before anything is
 * allocated.
 */
@NullMarked
package io.twinhouse.server.parquet;

import org.jspecify.annotations.NullMarked;
