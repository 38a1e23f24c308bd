// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

/** Values whose bits or bytes do not lie together. */
final class PackedStreams {

  private PackedStreams() {}

  /** Truth values, eight a byte. */
  static ValueStream bits(Slice in) {
    return new ValueStream() {
      private int next;

      @Override
      public void next(Cell cell) {
        int from = in.part(next >>> 3, 1).from();
        cell.bits = (long) in.data()[from] >>> (next & 7) & 1;
        next++;
      }
    };
  }

  /** Truth values in runs. */
  static ValueStream runs(Slice in) {
    RunDecoder values = new RunDecoder(in, 1);
    return cell -> cell.bits = values.next();
  }

  /** The first bytes of all values, then their second bytes and so on. */
  static ValueStream split(Slice in, int width) {
    int count = in.length() / width;
    return new ValueStream() {
      private final byte[] value = new byte[width];
      private int next;

      @Override
      public void next(Cell cell) {
        if (next >= count) {
          throw ParquetFile.broken("a page ends within its values");
        }
        for (int i = 0; i < width; i++) {
          value[i] = in.data()[in.from() + i * count + next];
        }
        next++;
        new PlainStream(new Slice(value, 0, width), width).next(cell);
      }
    };
  }
}
