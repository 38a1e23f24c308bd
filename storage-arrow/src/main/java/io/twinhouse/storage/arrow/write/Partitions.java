// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Splits the rows of an insert by partition. */
final class Partitions {

  /** The id of the one partition of a table without a partition key. */
  static final String ALL = "all";

  /** Of how many partitions the rows of one block may be, unless a setting says otherwise. */
  static final long MOST = 100;

  private Partitions() {}

  /**
   * The rows of each partition, in order of arrival; partitions in that of their first rows.
   *
   * @param type the partition key's type
   * @param key the key of each row
   * @param most how many partitions there may be
   */
  static Map<String, int[]> split(
      Type type, Column key, int rows, TableDictionaries dictionaries, long most) {
    List<Type> types = type.base() instanceof TupleType tuple ? tuple.elements() : List.of(type);
    List<Column> columns = key instanceof TupleColumn tuple ? tuple.elements() : List.of(key);
    KeyComponents components = new KeyComponents(rows);
    for (int i = 0; i < types.size(); i++) {
      Column column = columns.get(i).flatten();
      components.add(types.get(i), StringColumns.ofKey("\tpartition\t" + i, column, dictionaries));
    }
    List<long[]> arrays = components.arrays();
    int[] order = RowOrder.of(arrays, rows);
    Map<Integer, int[]> partitions = new TreeMap<>();
    int start = 0;
    for (int i = 1; i <= rows; i++) {
      if (i == rows || differ(arrays, order[i - 1], order[i])) {
        int[] group = Arrays.copyOfRange(order, start, i);
        partitions.put(group[0], group);
        start = i;
        requireFew(partitions.size(), most);
      }
    }
    Map<String, int[]> named = new LinkedHashMap<>();
    partitions.forEach((first, group) -> named.put(id(types, columns, first), group));
    return named;
  }

  private static boolean differ(List<long[]> arrays, int left, int right) {
    for (long[] array : arrays) {
      if (array[left] != array[right]) {
        return true;
      }
    }
    return false;
  }

  private static void requireFew(int partitions, long most) {
    if (partitions > most) {
      throw new TwinhouseException(
          ErrorCode.TOO_MANY_PARTS,
          "Too many partitions for single INSERT block (more than "
              + most
              + "). The limit is controlled by 'max_partitions_per_insert_block' setting. Insert"
              + " fewer partitions at once, or choose a coarser PARTITION BY");
    }
  }

  /** The partition id as ClickHouse writes it. */
  static String id(List<Type> types, List<Column> columns, int row) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < types.size(); i++) {
      Type base = types.get(i).base();
      Column column = columns.get(i).flatten();
      boolean plain =
          base instanceof IntegerType
              || base instanceof BoolType
              || base instanceof DateType
              || base instanceof DateTimeType
              || base instanceof TimeType
              || base instanceof EnumType
              || base instanceof IpType;
      if (!plain || !(column instanceof LongColumn longs) || column.isNull(row)) {
        return PartitionHash.id(types, columns, row);
      }
      id.append(i == 0 ? "" : "-").append(text(base, longs.values()[row]));
    }
    return id.toString();
  }

  private static String text(Type base, long value) {
    if (base.equals(DateType.DATE)) {
      LocalDate day = LocalDate.ofEpochDay(value);
      return Long.toString(
          day.getYear() * 10000L + day.getMonthValue() * 100L + day.getDayOfMonth());
    }
    boolean unsigned = base.equals(IntegerType.UINT64);
    return unsigned ? Long.toUnsignedString(value) : Long.toString(value);
  }
}
