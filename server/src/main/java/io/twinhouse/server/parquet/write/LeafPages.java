// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/** The pages of one leaf in the row group in the making. For one thread. */
final class LeafPages {

  private static final int PAGE_BYTES = 1 << 20;
  private static final int PAGE_ENTRIES = 1 << 16;

  private final SchemaElement leaf;
  private final List<String> path;
  private final int definition;
  private final PagePacking packing;
  private final LevelRuns repetitions;
  private final LevelRuns definitions;
  private final Bytes values = new Bytes();
  private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();
  private int bits;
  private int bitCount;
  private int entries;
  private long allEntries;
  private long plainBytes;

  /**
   * @param repetition the highest level of an entry
   * @param definition the level of an entry with a value
   */
  LeafPages(
      SchemaElement leaf, List<String> path, int repetition, int definition, PagePacking packing) {
    this.leaf = leaf;
    this.path = path;
    this.definition = definition;
    this.packing = packing;
    this.repetitions = new LevelRuns(repetition);
    this.definitions = new LevelRuns(definition);
  }

  /** An entry without a value. */
  void missing(int repetition, int level) throws IOException {
    // A row is not divided between pages.
    if (repetition == 0 && (values.size() >= PAGE_BYTES || entries >= PAGE_ENTRIES)) {
      endPage();
    }
    repetitions.add(repetition);
    definitions.add(level);
    entries++;
  }

  /** An entry with a value, which the caller puts behind the others. */
  Bytes present(int repetition) throws IOException {
    missing(repetition, definition);
    return values;
  }

  /** An entry with a truth value; they are packed. */
  void present(int repetition, boolean value) throws IOException {
    missing(repetition, definition);
    bits |= (value ? 1 : 0) << bitCount++;
    if (bitCount == Byte.SIZE) {
      endBits();
    }
  }

  private void endBits() {
    values.put(bits);
    bits = 0;
    bitCount = 0;
  }

  private void endPage() throws IOException {
    if (bitCount > 0) {
      endBits();
    }
    Bytes body = new Bytes();
    repetitions.moveTo(body);
    definitions.moveTo(body);
    byte[] plain = values.toArray();
    body.put(plain, 0, plain.length);
    byte[] packed = packing.pack(body.toArray());
    PageHeader header = new PageHeader(PageType.DATA_PAGE, body.size(), packed.length);
    header.setData_page_header(
        new DataPageHeader(entries, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    int before = chunk.size();
    Util.writePageHeader(header, chunk);
    plainBytes += chunk.size() - before + body.size();
    chunk.write(packed);
    values.clear();
    allEntries += entries;
    entries = 0;
  }

  /** Bytes held of this row group. */
  long heldBytes() {
    return chunk.size() + (long) values.size();
  }

  /**
   * Writes the chunk and begins anew.
   *
   * @param offset where it comes to lie in the file
   */
  ColumnChunk moveTo(OutputStream out, long offset) throws IOException {
    endPage();
    ColumnMetaData description =
        new ColumnMetaData(
            leaf.getType(),
            List.of(Encoding.PLAIN, Encoding.RLE),
            path,
            packing.codec(),
            allEntries,
            plainBytes,
            chunk.size(),
            offset);
    chunk.writeTo(out);
    chunk.reset();
    allEntries = 0;
    plainBytes = 0;
    ColumnChunk written = new ColumnChunk(0);
    written.setMeta_data(description);
    return written;
  }
}
