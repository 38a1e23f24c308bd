// SPDX-License-Identifier: Apache-2.0

/**
 * Version 1 of the part format.
 *
 * <p>All numbers are little-endian. A part is one file:
 *
 * <pre>
 * header       8 bytes  "THPART" and two digits of the revision: 01, 02
 * pages        each begins at a multiple of 8 and is padded to 8; those of an insert lie stream by
 *              stream, those of a merge granule by granule
 * index        one page a key expression, as streams of a single page
 * description  see below
 * footer      24 bytes  i64 offset of the description, i32 its length, i32 CRC-32C of it,
 *                       8 bytes "THPEND01"
 * </pre>
 *
 * <p>Description: i32 rows, i32 rows of a granule, text partition id, i32 number of streams, the
 * streams, i32 number of index streams, the index streams. A text is i32 length and UTF-8 bytes.
 *
 * <p>Stream: text column, text path (JSON only, else a tab), text ClickHouse type, text type of
 * arrays within JSON that are kept as text (else empty), i8 encoding (0 values, 1 dictionary ids),
 * i8 compression of the pages (0 none, 1 some pages are of kind 7; 2 to 15 are kept for block
 * codecs), i32 CRC-32C of all its pages in order, i32 pages, then for each page i64 offset in the
 * file, i32 length, i64 zone minimum, i64 zone maximum, i32 NULLs. Page g holds the rows of granule
 * g. Zone values are in the order of {@code OrderedValue}, for dictionary ids the ids; minimum
 * above maximum means that no value is there.
 *
 * <p>Page: i8 kind, i8 width, i8 nulls (0 none, 1 some, 2 all), 5 bytes zero, i32 rows, 4 bytes
 * zero; then, with nulls 1, the validity bitmap in Arrow's layout (bit set: not NULL) padded to 8;
 * then by kind. Values under NULL are arbitrary. With nulls 2 nothing follows.
 *
 * <ul>
 *   <li>1 frame of reference (lanes LONG and dictionary ids): i64 base, then rows unsigned numbers
 *       of width 0, 1, 2, 4 or 8 bytes; a value is base plus number, wrapping. Width 0: all rows
 *       are the base. Widths 16 and above are kept for bit packing
 *   <li>2 floats: width 4 or 8 IEEE values; width 0: one i64 with the bits of every row as double
 *   <li>3 wide: width 16 or 32 bytes a value, least significant first; width 0: i64 words of the
 *       one value that every row has, their number in the first byte of the zeros
 *   <li>4 bytes: rows + 1 i32 offsets from the first byte of data, padded to 8, then the data
 *   <li>5 array: rows + 1 i32 offsets in elements, padded to 8, then a page of the elements
 *   <li>6 tuple: width elements; width i32 offsets of their pages from the tuple page's first byte,
 *       padded to 8, then the pages
 *   <li>7 packed bytes: i32 raw size, i32 packed size, one LZ4 block of that size, whose content is
 *       the length of each row as an unsigned number of width 1, 2 or 4 bytes, then the data. Only
 *       where it takes at most seven eighths of kind 4, and not in files in RAM
 * </ul>
 *
 * <p>History of revisions: 01 is the first; its streams have i64 offset and i64 length before the
 * CRC-32C and their pages, without offsets, lie one after the other there; compression is 0. 02
 * adds kind 7 and compression 1 and lets pages lie anywhere, so that a merge need not hold a part.
 * The same code reads both.
 */
@NullMarked
package io.twinhouse.storage.arrow.format.v1;

import org.jspecify.annotations.NullMarked;
