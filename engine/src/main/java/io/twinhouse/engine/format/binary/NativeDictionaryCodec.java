// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.Type;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * LowCardinality: the values that occur, then a number for each row. First stands the default
 * value, before it NULL where the type has one.
 */
final class NativeDictionaryCodec extends NativeCodec {

  private static final long VERSION = 1;
  private static final long ADDITIONAL_KEYS = 1 << 9;
  private static final long NEEDS_UPDATE = 1 << 10;
  private static final int WIDTH_MASK = 0xff;

  private final Type value;
  private final boolean nullable;
  private final BinaryCodec codec;
  private final Column nothing;

  NativeDictionaryCodec(LowCardinalityType type, Documents documents) {
    nullable = type.isNullable();
    value = type.inner().withoutNullable();
    codec = BinaryCodec.of(value, documents);
    ColumnBuilder one = ColumnBuilder.of(value);
    one.appendDefault();
    nothing = one.build();
  }

  @Override
  void writePrefix(Column column, int from, int to, BinaryWriter out) throws IOException {
    out.writeFixed(VERSION, 8);
  }

  @Override
  void write(Column column, int from, int to, BinaryWriter out) throws IOException {
    if (from == to) {
      return;
    }
    Map<ByteBuffer, Integer> ids = new HashMap<>();
    ByteArrayOutputStream keys = new ByteArrayOutputStream();
    int first = nullable ? 1 : 0;
    if (nullable) {
      keys.writeBytes(bytes(nothing, 0));
    }
    keys.writeBytes(bytes(nothing, 0));
    ids.put(ByteBuffer.wrap(bytes(nothing, 0)), first);
    int[] numbers = new int[to - from];
    for (int row = from; row < to; row++) {
      if (column.isNull(row)) {
        continue;
      }
      byte[] key = bytes(column, row);
      Integer known = ids.putIfAbsent(ByteBuffer.wrap(key), ids.size() + first);
      if (known == null) {
        keys.writeBytes(key);
        known = ids.size() - 1 + first;
      }
      numbers[row - from] = known;
    }
    int count = ids.size() + first;
    int width = count <= 1 << 8 ? 0 : count <= 1 << 16 ? 1 : 2;
    out.writeFixed(ADDITIONAL_KEYS | NEEDS_UPDATE | width, 8);
    out.writeFixed(count, 8);
    out.writeBytes(keys.toByteArray(), 0, keys.size());
    out.writeFixed(numbers.length, 8);
    for (int number : numbers) {
      out.writeFixed(number, 1 << width);
    }
  }

  private byte[] bytes(Column column, int row) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryWriter writer = new BinaryWriter(bytes);
    codec.write(column, row, writer);
    writer.flush();
    return bytes.toByteArray();
  }

  @Override
  void readPrefix(BinaryReader in) throws IOException {
    if (in.readFixed(8) != VERSION) {
      throw broken("has an unknown version");
    }
  }

  @Override
  Column read(BinaryReader in, int rows) throws IOException {
    if (rows == 0) {
      return ColumnBuilder.of(value).build();
    }
    long flags = in.readFixed(8);
    int width = 1 << (flags & WIDTH_MASK);
    if ((flags & ADDITIONAL_KEYS) == 0 || width > 8) {
      throw broken("has no keys of its own");
    }
    int count = checked(in.readFixed(8));
    ColumnBuilder keys = ColumnBuilder.of(value);
    for (int i = 0; i < count; i++) {
      codec.read(in, keys);
    }
    if (in.readFixed(8) != rows) {
      throw broken("has another number of rows than its block");
    }
    int[] numbers = new int[rows];
    boolean[] nulls = new boolean[rows];
    boolean any = false;
    for (int row = 0; row < rows; row++) {
      numbers[row] = checked(in.readFixed(width));
      if (numbers[row] >= count) {
        throw broken("refers to a key that it does not have");
      }
      nulls[row] = nullable && numbers[row] == 0;
      any |= nulls[row];
    }
    Column values = keys.build().gather(numbers, rows);
    return any ? values.withNulls(nulls) : values;
  }

  private static int checked(long number) {
    if (number < 0 || number > Integer.MAX_VALUE - 8) {
      throw broken("has " + Long.toUnsignedString(number) + " keys");
    }
    return (int) number;
  }

  private static TwinhouseException broken(String problem) {
    return new TwinhouseException(
        ErrorCode.INCORRECT_DATA, "A dictionary in Native data " + problem);
  }
}
