// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.lookup;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.key.KeyFinder;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of networks, looked up by addresses: of the networks that hold an address the smallest one
 * counts. Addresses of the fourth version are those of the sixth that stand for them. A network is
 * found by hash, one probe for each length of prefix that there is.
 */
final class PrefixRows extends LookupRows {

  private static final int BITS = 128;
  private static final int BITS_BEFORE_V4 = 96;
  private static final long V4 = 0xFFFF_0000_0000L;

  private final boolean[] lengths = new boolean[BITS + 1];
  private final ValueReader v4 = reader(IpType.IPV4);
  private final ValueReader v6 = reader(IpType.IPV6);
  private boolean hasV6;
  private int elements;

  PrefixRows(LookupDefinition definition, MemoryContext memory) {
    super(
        definition,
        List.of(IntegerType.UINT64, IntegerType.UINT64, IntegerType.UINT8),
        List.of(),
        memory);
  }

  private static ValueReader reader(IpType type) {
    return ValueReader.of(type, TextStyle.RAW, ReadOptions.strict(ZoneOffset.UTC));
  }

  @Override
  void add(Batch batch) {
    int count = batch.rows();
    held().grow(52L * count);
    BytesColumn texts = (BytesColumn) batch.column(0).flatten();
    long[] high = new long[count];
    long[] low = new long[count];
    long[] length = new long[count];
    long[] words = new long[2 * count];
    for (int row = 0; row < count; row++) {
      parse(texts, row, words, length);
      low[row] = words[2 * row];
      high[row] = words[2 * row + 1];
    }
    int next = keys().size();
    int[] groups = new int[count];
    int[] chosen = new int[count];
    keys().insert(networks(high, low, length, count), count, groups);
    int first = 0;
    for (int row = 0; row < count; row++) {
      if (groups[row] == next) {
        chosen[first++] = row;
        next++;
      }
    }
    Column[] columns = new Column[definition().attributes().size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = batch.column(1 + i);
    }
    elements += count;
    store().append(Batch.of(count, columns), chosen, first);
    held().shrink(52L * count);
  }

  private static Column[] networks(long[] high, long[] low, long[] length, int count) {
    return new Column[] {
      LongColumn.of(high, count, null),
      LongColumn.of(low, count, null),
      LongColumn.of(length, count, null)
    };
  }

  /** {@code address/length}, or an address alone. */
  private void parse(BytesColumn texts, int row, long[] words, long[] length) {
    byte[] data = texts.data();
    int start = texts.offsets()[row];
    int end = start + texts.length(row);
    int slash = start;
    boolean colon = false;
    while (slash < end && data[slash] != '/') {
      colon |= data[slash] == ':';
      slash++;
    }
    ColumnBuilder out = ColumnBuilder.of(colon ? IpType.IPV6 : IpType.IPV4);
    boolean read = (colon ? v6 : v4).tryReadWhole(data, start, slash, out);
    int most = colon ? BITS : BITS - BITS_BEFORE_V4;
    int bits = slash == end ? most : number(data, slash + 1, end);
    if (!read || out.size() != 1 || bits < 0 || bits > most) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
          "Can't parse address \"" + texts.string(row) + "\"");
    }
    hasV6 |= colon;
    Column value = out.build();
    int all = colon ? bits : bits + BITS_BEFORE_V4;
    long low = colon ? ((WideColumn) value).values()[0] : V4 | ((LongColumn) value).values()[0];
    long high = colon ? ((WideColumn) value).values()[1] : 0;
    words[2 * row] = low & lowMask(all);
    words[2 * row + 1] = high & highMask(all);
    length[row] = all;
    lengths[all] = true;
  }

  /** Up to three digits; negative for anything else. */
  private static int number(byte[] data, int from, int to) {
    if (from == to || to - from > 3) {
      return -1;
    }
    int number = 0;
    for (int at = from; at < to; at++) {
      if (data[at] < '0' || data[at] > '9') {
        return -1;
      }
      number = number * 10 + data[at] - '0';
    }
    return number;
  }

  private static long highMask(int bits) {
    return bits == 0 ? 0 : -1L << Math.max(0, 64 - bits);
  }

  private static long lowMask(int bits) {
    return bits <= 64 ? 0 : -1L << (BITS - bits);
  }

  @Override
  public int size() {
    return keys().size();
  }

  @Override
  int elements() {
    return elements;
  }

  @Override
  void find(
      KeyFinder finder, Column[] keyColumns, @Nullable Column point, int rows, int[] addresses) {
    long[] words = ((WideColumn) keyColumns[0].flatten()).values();
    long[] high = new long[rows];
    long[] low = new long[rows];
    long[] length = new long[rows];
    int[] open = new int[rows];
    int[] found = new int[rows];
    Arrays.setAll(open, row -> row);
    Arrays.fill(addresses, 0, rows, 0);
    int left = rows;
    for (int bits = BITS; bits >= 0 && left > 0; bits--) {
      if (!lengths[bits]) {
        continue;
      }
      for (int i = 0; i < left; i++) {
        low[i] = words[2 * open[i]] & lowMask(bits);
        high[i] = words[2 * open[i] + 1] & highMask(bits);
      }
      Arrays.fill(length, 0, left, bits);
      finder.find(networks(high, low, length, left), left, found);
      int next = 0;
      for (int i = 0; i < left; i++) {
        if (found[i] < 0) {
          open[next++] = open[i];
        } else {
          addresses[open[i]] = found[i] + 1;
        }
      }
      left = next;
    }
  }

  @Override
  public void read(int from, int count, BatchBuffer out) {
    int[] addresses = new int[count];
    Arrays.setAll(addresses, i -> from + i + 1);
    Column[] networks = keys().keys(from, count);
    long[] high = ((LongColumn) networks[0].flatten()).values();
    long[] low = ((LongColumn) networks[1].flatten()).values();
    long[] length = ((LongColumn) networks[2].flatten()).values();
    BytesBuffer texts = new BytesBuffer(count);
    IpType type = hasV6 ? IpType.IPV6 : IpType.IPV4;
    ValueWriter writer = ValueWriter.of(type, TextStyle.RAW, ZoneOffset.UTC);
    for (int row = 0; row < count; row++) {
      long[] words = {low[row], high[row]};
      TextOutput text = new TextOutput();
      writer.write(
          hasV6 ? WideColumn.of(words, 2, 1, null) : LongColumn.of(low[row] & 0xFFFF_FFFFL),
          0,
          text);
      byte[] address = text.toBytes();
      texts.write(address, 0, address.length);
      long bits = hasV6 ? length[row] : length[row] - BITS_BEFORE_V4;
      byte[] end = ("/" + bits).getBytes(StandardCharsets.UTF_8);
      texts.write(end, 0, end.length);
      texts.endRow();
    }
    out.column(0).append(texts.toColumn(null), 0, count);
    readAttributes(addresses, count, 1, out);
    out.grown(count);
  }
}
