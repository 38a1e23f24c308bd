// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.RandomColumns;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyTableTest {

  private static List<Object> key(List<Type> types, Column[] columns, int row) {
    List<Object> key = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      key.add(JavaValues.get(types.get(i), columns[i], row));
    }
    return key;
  }

  @Test
  void numbersKeysAsAMapWould() {
    long seed = RandomColumns.seed();
    RandomColumns random = new RandomColumns(seed);
    for (int round = 0; round < 150; round++) {
      String context = "seed " + Long.toHexString(seed) + " round " + round;
      MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);
      Reservation held = new Reservation(memory);
      List<Type> types = new ArrayList<>();
      for (int i = random.below(3); i >= 0; i--) {
        types.add(random.anyType());
      }
      KeyTable table = new KeyTable(types, held);
      Map<List<Object>, Integer> expected = new HashMap<>();
      for (int batch = 0; batch < 5; batch++) {
        int rows = random.below(300);
        Column[] columns = new Column[types.size()];
        for (int i = 0; i < columns.length; i++) {
          columns[i] = random.column(types.get(i), rows);
        }
        int[] groups = new int[rows];
        table.insert(columns, rows, groups);
        for (int row = 0; row < rows; row++) {
          List<Object> key = key(types, columns, row);
          int next = expected.size();
          assertThat(groups[row]).as(context).isEqualTo(expected.computeIfAbsent(key, k -> next));
        }
        table.finder(held).find(columns, rows, groups);
        for (int row = 0; row < rows; row++) {
          assertThat(groups[row]).as(context).isEqualTo(expected.get(key(types, columns, row)));
        }
      }
      assertThat(table.size()).isEqualTo(expected.size());
      Column[] keys = table.keys(0, table.size());
      for (int group = 0; group < table.size(); group++) {
        assertThat(expected.get(key(types, keys, group))).as(context).isEqualTo(group);
      }
      held.close();
      assertThat(memory.reservedBytes()).isZero();
    }
  }

  @Test
  void staysExactWhenKeysLieCloseFarOrDescend() {
    Reservation held = new Reservation(MemoryContext.root("test", MemoryContext.UNLIMITED));
    long[][] runs = {
      ascending(0, 5000, 1),
      ascending(20_000, 5000, -1),
      ascending(-9, 300, 1L << 54),
      ascending(Long.MAX_VALUE - 100, 90, 1),
      ascending(Long.MIN_VALUE, 90, 1),
      ascending(7, 70_000, 3)
    };
    for (long[] first : runs) {
      for (long[] second : runs) {
        KeyTable table = new KeyTable(List.of(IntegerType.INT64), held);
        check(table, first, second);
      }
    }
  }

  private static void check(KeyTable table, long[]... runs) {
    Map<Long, Integer> expected = new HashMap<>();
    for (long[] run : runs) {
      int[] groups = new int[run.length];
      table.insert(new Column[] {LongColumn.of(run)}, run.length, groups);
      for (int i = 0; i < run.length; i++) {
        int next = expected.size();
        assertThat(groups[i]).isEqualTo(expected.computeIfAbsent(run[i], k -> next));
      }
    }
  }

  private static long[] ascending(long from, int count, long step) {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = from + i * step;
    }
    return values;
  }
}
