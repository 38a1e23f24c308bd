// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.dictionary.StringDictionary;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import java.util.HashSet;
import java.util.Set;

/**
 * Gives strings dictionary ids, and decides which columns have them: LowCardinality(String) and
 * strings of the sorting key always; other strings unless their values are long and hardly repeat
 * (JSON text, bodies), judged by a sample of the rows at hand, or the dictionary has grown past a
 * million entries that hardly repeat. The decision is made anew for every part.
 */
public final class StringColumns {

  private static final int SAMPLE = 512;
  private static final int LONG_BYTES = 64;
  private static final int LARGE_DICTIONARY = 1 << 20;

  private StringColumns() {}

  /**
   * The column with ids of {@code dictionary}, or itself if it is to be stored as bytes.
   *
   * @param always whether ids are wanted in any case
   */
  public static Column encode(
      Type type, Column column, StringDictionary dictionary, boolean always) {
    if (!(type.base() instanceof StringType)) {
      return column;
    }
    boolean wanted = always || type instanceof LowCardinalityType || repeats(column, dictionary);
    return wanted ? intern(column, dictionary) : flat(column);
  }

  private static Column flat(Column column) {
    return column instanceof DictionaryColumn ? column.flatten() : column;
  }

  /** Key columns that are not stored as ids get ids of a dictionary for this purpose alone. */
  static Column ofKey(String key, Column column, TableDictionaries dictionaries) {
    return column instanceof BytesColumn ? intern(column, dictionaries.of(key)) : column;
  }

  private static Column intern(Column column, StringDictionary dictionary) {
    int rows = column.size();
    int[] ids = new int[rows];
    dictionary.intern(column, rows, ids);
    return DictionaryColumn.of(ids, dictionary, rows, column.nulls());
  }

  private static boolean repeats(Column column, StringDictionary dictionary) {
    if (column instanceof DictionaryColumn) {
      return true;
    }
    BytesColumn bytes = (BytesColumn) column;
    int rows = bytes.size();
    long averageBytes = rows == 0 ? 0 : (bytes.offsets()[rows] - bytes.offsets()[0]) / rows;
    if (averageBytes <= LONG_BYTES && dictionary.size() < LARGE_DICTIONARY) {
      return true;
    }
    Set<String> distinct = new HashSet<>();
    int known = 0;
    int step = Math.max(1, rows / SAMPLE);
    int sampled = 0;
    for (int i = 0; i < rows; i += step) {
      if (!bytes.isNull(i)) {
        sampled++;
        distinct.add(bytes.string(i));
        int from = bytes.offsets()[i];
        known += dictionary.find(bytes.data(), from, bytes.length(i)) >= 0 ? 1 : 0;
      }
    }
    return sampled == 0 || distinct.size() * 2 <= sampled || known * 2 >= sampled;
  }
}
