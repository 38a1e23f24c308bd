// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.util.Arrays;
import java.util.List;

/**
 * One 64-bit hash of any number of arguments: tuples count as their elements, arrays as their
 * length and then each element's own hash, and what comes later is folded into what came before.
 */
final class HashKernel implements Kernel {

  /** What nothing at all hashes to. */
  private static final long OF_NOTHING = 0xe28dbde7fe22e41cL;

  /** What a NULL inside a tuple or an array hashes to. */
  private static final long OF_NULL = 0xc58ad2da03d9a871L;

  private final ValueHash hash;
  private final List<Type> types;
  private final int first;

  HashKernel(ValueHash hash, List<Type> types) {
    this(hash, types, 0);
  }

  /**
   * @param first the first argument that is hashed
   */
  HashKernel(ValueHash hash, List<Type> types, int first) {
    this.hash = hash;
    this.types = types;
    this.first = first;
  }

  @Override
  public Column evaluate(Invocation call) {
    int rows = call.rows();
    long[] result = call.scratch().longs(rows);
    if (types.size() == 1
        && hash == SipFamilyHash.INSTANCE
        && call.argument(0) instanceof DictionaryColumn coded
        && coded.nulls() == null
        && coded.dictionary().hasDistinctSipHashes()) {
      return LongColumn.ofSipHashes(coded.ids(), coded.dictionary(), rows, null, result);
    }
    if (types.size() <= first) {
      Arrays.fill(result, 0, rows, hash.cut(OF_NOTHING));
    }
    for (int i = first; i < types.size(); i++) {
      fold(types.get(i), call.argument(i), rows, result, i == first);
    }
    return LongColumn.of(result, rows, null);
  }

  private void fold(Type type, Column column, int rows, long[] result, boolean first) {
    if (column instanceof ConstantColumn constant) {
      foldConstant(type, constant, rows, result, first);
    } else if (column instanceof TupleColumn tuple) {
      foldTuple((TupleType) type.base(), tuple, rows, result, first);
    } else if (column instanceof ArrayColumn array) {
      foldArray(type, array, rows, result, first);
    } else {
      long[] hashes = first ? result : new long[rows];
      hashLeaf(type.base(), column, rows, hashes);
      replaceNulls(column, rows, hashes);
      if (!first) {
        for (int row = 0; row < rows; row++) {
          result[row] = hash.combine(result[row], hashes[row]);
        }
      }
    }
  }

  private void replaceNulls(Column column, int rows, long[] hashes) {
    boolean[] nulls = column.nulls();
    if (nulls == null) {
      return;
    }
    for (int row = 0; row < rows; row++) {
      hashes[row] = nulls[row] ? hash.cut(OF_NULL) : hashes[row];
    }
  }

  /** A constant of several hashes (tuple, array) folds them one after the other. */
  private void foldConstant(
      Type type, ConstantColumn constant, int rows, long[] result, boolean first) {
    boolean single = first || !(constant.value() instanceof TupleColumn || isArray(constant));
    if (!single) {
      fold(type, constant.flatten(), rows, result, false);
      return;
    }
    long[] one = new long[1];
    fold(type, constant.value(), 1, one, true);
    for (int row = 0; row < rows; row++) {
      result[row] = first ? one[0] : hash.combine(result[row], one[0]);
    }
  }

  private static boolean isArray(ConstantColumn constant) {
    return constant.value() instanceof ArrayColumn;
  }

  private void foldTuple(
      TupleType type, TupleColumn tuple, int rows, long[] result, boolean first) {
    if (type.elements().isEmpty() && first) {
      Arrays.fill(result, 0, rows, hash.cut(OF_NOTHING));
    }
    for (int i = 0; i < type.elements().size(); i++) {
      fold(type.elements().get(i), tuple.elements().get(i), rows, result, first && i == 0);
    }
  }

  private void foldArray(Type type, ArrayColumn array, int rows, long[] result, boolean first) {
    Type base = type.base();
    Type element = base instanceof MapType map ? map.entry() : ((ArrayType) base).element();
    int[] offsets = array.offsets();
    Column elements = array.elements();
    long[] hashes = new long[elements.size()];
    if (hashes.length > 0) {
      fold(element, elements, hashes.length, hashes, true);
    }
    for (int row = 0; row < rows; row++) {
      long length = hash.length((long) offsets[row + 1] - offsets[row]);
      long folded = first ? length : hash.combine(result[row], length);
      for (int e = offsets[row]; e < offsets[row + 1]; e++) {
        folded = hash.combine(folded, hashes[e]);
      }
      result[row] = folded;
    }
  }

  private void hashLeaf(Type base, Column column, int rows, long[] hashes) {
    if (column instanceof LongColumn longs) {
      int width = NativeWidth.of(base);
      boolean plain = NativeWidth.isPlain(base);
      long[] values = longs.values();
      for (int row = 0; row < rows; row++) {
        hashes[row] = hash.number(values[row], width, plain);
      }
    } else if (column instanceof DictionaryColumn coded) {
      hashEntries(coded, rows, hashes);
    } else if (column instanceof BytesColumn bytes) {
      int[] offsets = bytes.offsets();
      for (int row = 0; row < rows; row++) {
        hashes[row] = hash.bytes(bytes.data(), offsets[row], offsets[row + 1] - offsets[row]);
      }
    } else if (column instanceof DoubleColumn doubles) {
      hashDoubles(base, doubles.values(), rows, hashes);
    } else {
      hashWide(base, (WideColumn) column, rows, hashes);
    }
  }

  private void hashEntries(DictionaryColumn coded, int rows, long[] hashes) {
    Dictionary dictionary = coded.dictionary();
    if (dictionary.size() == 0) {
      Arrays.fill(hashes, 0, rows, 0);
      return;
    }
    int[] ids = coded.ids();
    for (int row = 0; row < rows; row++) {
      hashes[row] = hash.entry(dictionary, ids[row]);
    }
  }

  private void hashDoubles(Type base, double[] values, int rows, long[] hashes) {
    int width = NativeWidth.of(base);
    boolean plain = NativeWidth.isPlain(base);
    for (int row = 0; row < rows; row++) {
      double value = values[row];
      long bits =
          width == 8
              ? Double.doubleToRawLongBits(value)
              : Float.floatToRawIntBits((float) value) >>> Integer.SIZE - 8 * width;
      hashes[row] = hash.number(width == 8 ? bits : bits & 0xffffffffL, width, plain);
    }
  }

  private void hashWide(Type base, WideColumn column, int rows, long[] hashes) {
    int words = column.words();
    byte[] data = new byte[8 * words];
    for (int row = 0; row < rows; row++) {
      for (int word = 0; word < words; word++) {
        long value = column.values()[row * words + word];
        if (base instanceof IpType) {
          ByteOrders.putLong(data, 8 * (words - 1 - word), Long.reverseBytes(value));
        } else {
          int place = base instanceof UuidType ? words - 1 - word : word;
          ByteOrders.putLong(data, 8 * place, value);
        }
      }
      hashes[row] = hash.bytes(data, 0, data.length);
    }
  }
}
