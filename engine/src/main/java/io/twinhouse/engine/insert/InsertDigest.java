// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.insert;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Digest of the rows of an insert: of columns' names and of values, whatever batches they come in
 * and however these are encoded. SHA-256, since rows of equal digest are dropped. One thread.
 */
final class InsertDigest {

  private static final byte NULL = 0;
  private static final byte VALUE = 1;

  private final List<String> names;
  private final List<MessageDigest> columns;
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

  InsertDigest(List<String> names) {
    this.names = List.copyOf(names);
    this.columns = Stream.generate(InsertDigest::sha256).limit(names.size()).toList();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  void add(Batch batch, int from, int to) {
    for (int c = 0; c < columns.size(); c++) {
      Column flat = batch.column(c).flatten();
      for (int row = from; row < to; row++) {
        add(columns.get(c), flat, row);
      }
    }
  }

  private void add(MessageDigest digest, Column column, int row) {
    if (column.isNull(row)) {
      digest.update(NULL);
      return;
    }
    digest.update(VALUE);
    if (column instanceof LongColumn longs) {
      add(digest, longs.values()[row]);
    } else if (column instanceof DoubleColumn doubles) {
      add(digest, Double.doubleToRawLongBits(doubles.values()[row]));
    } else if (column instanceof BytesColumn bytes) {
      add(digest, bytes.length(row));
      digest.update(bytes.data(), bytes.offsets()[row], bytes.length(row));
    } else if (column instanceof WideColumn wide) {
      for (int word = 0; word < wide.words(); word++) {
        add(digest, wide.values()[row * wide.words() + word]);
      }
    } else if (column instanceof ArrayColumn array) {
      add(digest, array.length(row));
      Column elements = array.elements().flatten();
      for (int e = array.offsets()[row]; e < array.offsets()[row + 1]; e++) {
        add(digest, elements, e);
      }
    } else {
      ((TupleColumn) column).elements().forEach(e -> add(digest, e.flatten(), row));
    }
  }

  private void add(MessageDigest digest, long value) {
    digest.update(number.clear().putLong(value).array());
  }

  /** Ends the digest. */
  byte[] end() {
    MessageDigest all = sha256();
    for (int c = 0; c < columns.size(); c++) {
      all.update(names.get(c).getBytes(StandardCharsets.UTF_8));
      all.update(columns.get(c).digest());
    }
    return all.digest();
  }
}
