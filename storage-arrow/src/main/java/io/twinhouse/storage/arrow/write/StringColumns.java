// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.dictionary.StringDictionary;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.lane.IdLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.part.Part;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Gives strings dictionary ids, and decides which columns have them: LowCardinality(String) and
 * strings of the sorting key always; other strings unless their values are long and hardly repeat
 * (JSON text, bodies), judged by a sample of the rows at hand, or the dictionary has grown past a
 * million entries that hardly repeat. The decision is made anew for every part, by the rows of it
 * that come first. One thread.
 */
final class StringColumns {

  private static final int SAMPLE = 512;
  private static final int LONG_BYTES = 64;
  private static final int LARGE_DICTIONARY = 1 << 20;

  private final TableDictionaries dictionaries;
  private final Map<StreamKey, Boolean> decided = new HashMap<>();

  StringColumns(TableDictionaries dictionaries) {
    this.dictionaries = dictionaries;
  }

  /** Decides for ids where all parts that have a stream have ids. */
  void decide(List<Part> parts) {
    Map<StreamKey, Boolean> all = new HashMap<>();
    for (Part part : parts) {
      for (PartStream stream : part.description().streams()) {
        all.merge(stream.key(), stream.dictionary(), Boolean::logicalAnd);
      }
    }
    all.forEach(
        (key, ids) -> {
          if (ids) {
            decided.put(key, true);
          }
        });
  }

  /**
   * The column with ids of the stream's dictionary, or itself if it is to be stored as bytes.
   *
   * @param always whether ids are wanted in any case
   */
  Column encode(StreamKey stream, Column column, boolean always) {
    return encoding(stream, column, always).get();
  }

  /** As {@link #encode}: it is decided now, and encoded when it is asked for, on any thread. */
  Supplier<Column> encoding(StreamKey stream, Column column, boolean always) {
    Type type = stream.type();
    if (!(type.base() instanceof StringType)) {
      return () -> column;
    }
    StringDictionary dictionary = dictionaries.of(stream.dictionaryKey());
    boolean ids =
        decided.computeIfAbsent(
            stream,
            s -> always || type instanceof LowCardinalityType || repeats(column, dictionary));
    return ids ? () -> intern(column, dictionary) : () -> flat(column);
  }

  /** What the ids of a column take, once it is decided whether it has any. */
  long idBytes(StreamKey stream, Column column) {
    return decided.getOrDefault(stream, false) ? 4L * column.size() : 0;
  }

  /** A column of NULLs, encoded as the stream's values are. */
  Column nulls(StreamKey stream, int rows, Reservation memory) {
    boolean ids =
        stream.type().base() instanceof StringType && decided.computeIfAbsent(stream, s -> false);
    LaneBuffer lane =
        ids
            ? new IdLane(memory, dictionaries.of(stream.dictionaryKey()))
            : LaneBuffer.of(stream.type(), memory);
    lane.appendNulls(rows);
    return lane.view();
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
