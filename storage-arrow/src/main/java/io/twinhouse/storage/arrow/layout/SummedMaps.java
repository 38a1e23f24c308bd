// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.layout;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Nested columns of SummingMergeTree whose name ends in Map: the first holds keys, the others
 * numbers that are summed key by key.
 */
final class SummedMaps {

  private SummedMaps() {}

  /**
   * The maps, each by the positions of its columns.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED for those of several keys, or types not summed here
   */
  static List<List<Integer>> of(List<ColumnDefinition> columns) {
    Map<String, List<Integer>> nested = new LinkedHashMap<>();
    for (int c = 0; c < columns.size(); c++) {
      String name = columns.get(c).name();
      int dot = name.indexOf('.');
      boolean map = dot > 0 && name.substring(0, dot).endsWith("Map");
      if (map && columns.get(c).type() instanceof ArrayType) {
        nested.computeIfAbsent(name.substring(0, dot), n -> new ArrayList<>()).add(c);
      }
    }
    List<List<Integer>> maps = new ArrayList<>();
    for (List<Integer> map : nested.values()) {
      if (map.size() > 1 && isSummed(map, columns)) {
        maps.add(List.copyOf(map));
      }
    }
    return maps;
  }

  /** Whether a map is summed; with texts among its values it is not. */
  private static boolean isSummed(List<Integer> map, List<ColumnDefinition> columns) {
    boolean summed = true;
    for (int c : map) {
      ColumnDefinition column = columns.get(c);
      Type type = ((ArrayType) column.type()).element();
      boolean first = c == map.get(0);
      boolean number = type instanceof IntegerType integer && integer.bits() <= 64;
      boolean known =
          first
              ? number || type instanceof DateType || type instanceof StringType
              : number || type instanceof FloatType || type instanceof StringType;
      if (!known || (!first && column.name().matches(".*(ID|Key|Type)"))) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Nested column "
                + column.name()
                + " of "
                + column.type().name()
                + ", summed key by key, is not supported by the embedded store; run this table on"
                + " ClickHouse");
      }
      summed &= first || !(type instanceof StringType);
    }
    return summed;
  }
}
