// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.function.aggregate.state.LaneInput;
import io.twinhouse.engine.function.aggregate.state.ValueCodec;
import io.twinhouse.engine.function.hash.SipHash24;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Turns the arguments of a row into a key of one or two words. One owner, one thread. */
abstract class WordReader {

  private final int words;

  private WordReader(int words) {
    this.words = words;
  }

  final int words() {
    return words;
  }

  /** Row i's key from {@code i * words()} on; of rows of a negative group perhaps not. */
  abstract long[] read(Column[] arguments, int[] groups, int rows);

  /** Values of the LONG lane as they are. */
  static WordReader longs(Reservation memory) {
    LaneInput input = new LaneInput(memory);
    return new WordReader(1) {
      @Override
      long[] read(Column[] arguments, int[] groups, int rows) {
        return input.longs(arguments[0], rows);
      }
    };
  }

  /** Values of the WIDE lane of 128 bits as they are. */
  static WordReader wide(Reservation memory) {
    LaneInput input = new LaneInput(memory);
    return new WordReader(2) {
      @Override
      long[] read(Column[] arguments, int[] groups, int rows) {
        return input.words(arguments[0], 2, rows);
      }
    };
  }

  /** Float64 bit by bit: zeros of either sign differ, and so do NaNs of other bits. */
  static WordReader doubles(Reservation memory) {
    LaneInput input = new LaneInput(memory);
    return new Buffered(1, memory) {
      @Override
      void fill(Column[] arguments, int[] groups, int rows, long[] keys) {
        double[] values = input.doubles(arguments[0], rows);
        for (int row = 0; row < rows; row++) {
          keys[row] = Double.doubleToRawLongBits(values[row]);
        }
      }
    };
  }

  /** 128-bit SipHash of each text. */
  static WordReader texts(Reservation memory) {
    return new Buffered(2, memory) {
      @Override
      void fill(Column[] arguments, int[] groups, int rows, long[] keys) {
        hashTexts(arguments[0], groups, rows, keys);
      }
    };
  }

  /** 128-bit SipHash of all arguments, written one behind the other. */
  static WordReader rows(List<Type> types, Reservation memory) {
    List<ValueCodec> codecs =
        types.stream().map(type -> new ValueCodec(type, ValueCodec.Form.KEY)).toList();
    BytesBuffer bytes = new BytesBuffer(memory);
    return new Buffered(2, memory) {
      @Override
      void fill(Column[] arguments, int[] groups, int rows, long[] keys) {
        bytes.reset();
        for (int row = 0; row < rows; row++) {
          for (int i = 0; i < arguments.length && groups[row] >= 0; i++) {
            codecs.get(i).write(arguments[i], row, bytes);
          }
          bytes.endRow();
        }
        BytesColumn encoded = bytes.toColumn(null);
        for (int row = 0; row < rows; row++) {
          int start = encoded.offsets()[row];
          SipHash24.hash128(encoded.data(), start, encoded.length(row), keys, 2 * row);
        }
      }
    };
  }

  private static void hashTexts(Column column, int[] groups, int rows, long[] keys) {
    if (column instanceof DictionaryColumn coded) {
      byte[] entry = new byte[256];
      for (int row = 0; row < rows; row++) {
        if (groups[row] >= 0) {
          int length = coded.dictionary().length(coded.ids()[row]);
          entry = entry.length < length ? new byte[length * 2] : entry;
          coded.dictionary().copy(coded.ids()[row], entry, 0);
          SipHash24.hash128(entry, 0, length, keys, 2 * row);
        }
      }
      return;
    }
    boolean constant = column instanceof ConstantColumn;
    BytesColumn bytes = (BytesColumn) (constant ? ((ConstantColumn) column).value() : column);
    for (int row = 0; row < rows; row++) {
      int at = constant ? 0 : row;
      SipHash24.hash128(bytes.data(), bytes.offsets()[at], bytes.length(at), keys, 2 * row);
    }
  }

  /** A reader with an array of its own for the keys. */
  private abstract static class Buffered extends WordReader {
    private final Reservation memory;
    private long[] keys = {};

    Buffered(int words, Reservation memory) {
      super(words);
      this.memory = memory;
    }

    abstract void fill(Column[] arguments, int[] groups, int rows, long[] target);

    @Override
    final long[] read(Column[] arguments, int[] groups, int rows) {
      int length = rows * words();
      if (keys.length < length) {
        memory.grow(8L * (length - keys.length));
        keys = new long[length];
      }
      fill(arguments, groups, rows, keys);
      return keys;
    }
  }
}
