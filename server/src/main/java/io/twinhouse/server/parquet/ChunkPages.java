// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import io.twinhouse.engine.memory.Reservation;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.jspecify.annotations.Nullable;

/** The pages of a column chunk one after the other. For one thread. */
final class ChunkPages implements AutoCloseable {

  /** No method packs more bytes into one. */
  private static final int MOST_RATIO = 1 << 15;

  private final ParquetFile file;
  private final ColumnMetaData column;
  private final ParquetNode leaf;
  private final Reservation memory;
  private final int end;
  private int at;
  private long left;
  private long dictionaryBytes;
  private @Nullable Page dictionary;

  /**
   * @param memory where the dictionary and the page that was read last are reserved; its own
   */
  ChunkPages(ParquetFile file, ColumnMetaData column, ParquetNode leaf, Reservation memory) {
    this.file = file;
    this.column = column;
    this.leaf = leaf;
    this.memory = memory;
    long start = column.getData_page_offset();
    if (column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0) {
      start = Math.min(start, column.getDictionary_page_offset());
    }
    long size = column.getTotal_compressed_size();
    if (start < 0 || size < 0 || start > file.length() || size > file.length() - start) {
      throw ParquetFile.broken("a column lies outside of the file");
    }
    at = (int) start;
    end = (int) (start + size);
    left = column.getNum_values();
  }

  /** The dictionary that pages before and including the last one refer to, if there is any. */
  @Nullable Page dictionary() {
    return dictionary;
  }

  /** The next page with values, or null at the end. */
  @Nullable Page next() {
    while (left > 0) {
      PageHeader header = new PageHeader();
      at += file.describe(header, at, end - at);
      int packed = header.getCompressed_page_size();
      int plain = header.getUncompressed_page_size();
      if (packed < 0 || packed > end - at || plain < 0 || plain > (packed + 1L) * MOST_RATIO) {
        throw ParquetFile.broken("a page of " + packed + " bytes says that it holds " + plain);
      }
      Slice body = new Slice(file.data(), at, at + packed);
      at += packed;
      if (header.getType() == PageType.DICTIONARY_PAGE && header.isSetDictionary_page_header()) {
        int count = header.getDictionary_page_header().getNum_values();
        dictionaryBytes = plain + DictionaryValues.heldBytes(count, plain);
        memory.resize(dictionaryBytes);
        dictionary =
            new Page(count, Slice.EMPTY, Slice.EMPTY, unpacked(body, plain), Encoding.PLAIN);
      } else if (header.getType() == PageType.DATA_PAGE && header.isSetData_page_header()) {
        memory.resize(dictionaryBytes + plain);
        return first(header.getData_page_header(), unpacked(body, plain));
      } else if (header.getType() == PageType.DATA_PAGE_V2 && header.isSetData_page_header_v2()) {
        memory.resize(dictionaryBytes + plain);
        return second(header.getData_page_header_v2(), body, plain);
      }
    }
    return null;
  }

  /** Levels stand before the values, each behind their length. */
  private Page first(DataPageHeader header, Slice body) {
    Slice rest = body;
    Slice repetitions = Slice.EMPTY;
    Slice definitions = Slice.EMPTY;
    if (leaf.repetition() > 0) {
      runs(header.getRepetition_level_encoding());
      repetitions = rest.part(4, rest.intAt(0));
      rest = rest.rest(4 + repetitions.length());
    }
    if (leaf.definition() > 0) {
      runs(header.getDefinition_level_encoding());
      definitions = rest.part(4, rest.intAt(0));
      rest = rest.rest(4 + definitions.length());
    }
    return new Page(
        counted(header.getNum_values()), repetitions, definitions, rest, header.getEncoding());
  }

  private static void runs(@Nullable Encoding encoding) {
    if (encoding != Encoding.RLE) {
      throw ParquetFile.broken("the levels of a page are encoded as " + encoding);
    }
  }

  /** Levels are never compressed; the values behind them may be. */
  private Page second(DataPageHeaderV2 header, Slice body, int plain) {
    Slice repetitions = body.part(0, header.getRepetition_levels_byte_length());
    Slice definitions = body.part(repetitions.length(), header.getDefinition_levels_byte_length());
    int levels = repetitions.length() + definitions.length();
    Slice values = body.rest(levels);
    if (!header.isSetIs_compressed() || header.isIs_compressed()) {
      values = unpacked(values, Math.max(0, plain - levels));
    }
    return new Page(
        counted(header.getNum_values()), repetitions, definitions, values, header.getEncoding());
  }

  private int counted(int values) {
    if (values < 0 || values > left) {
      throw ParquetFile.broken("a page has " + values + " of " + left + " values");
    }
    left -= values;
    return values;
  }

  private Slice unpacked(Slice packed, int plain) {
    return PageCodec.unpack(column.getCodec(), packed, plain);
  }

  @Override
  public void close() {
    memory.close();
  }
}
