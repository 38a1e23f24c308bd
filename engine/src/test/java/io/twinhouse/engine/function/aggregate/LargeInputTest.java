// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.ListDictionary;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.setting.Settings;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What changes its form when there is much of it; numbers are the real server's over numbers(n).
 */
class LargeInputTest {

  private static final int ROWS = 4096;
  private static final BindContext CONTEXT =
      new BindContext(Instant.EPOCH, ZoneOffset.UTC, "default", "default", Settings.DEFAULT::text);

  private record Outcome(Object value, long peakBytes) {}

  private static Outcome run(
      String name, List<Argument> parameters, Type type, int rows, IntFunction<Column> batch) {
    BoundAggregate aggregate =
        FunctionRegistry.standard()
            .bindAggregate(name, parameters, List.of(Argument.of(type)), CONTEXT);
    try (MemoryContext root = MemoryContext.root("test", MemoryContext.UNLIMITED);
        Reservation memory = new Reservation(root)) {
      Accumulator states = aggregate.newAccumulator(memory);
      states.resize(1);
      for (int from = 0; from < rows; from += ROWS) {
        int count = Math.min(ROWS, rows - from);
        states.add(new Column[] {batch.apply(from)}, new int[count], count);
      }
      Object value = JavaValues.get(aggregate.returnType(), states.results(0, 1), 0);
      return new Outcome(value, root.peakBytes());
    }
  }

  private static Column numbers(int from) {
    long[] values = new long[ROWS];
    for (int i = 0; i < ROWS; i++) {
      values[i] = (long) from + i;
    }
    return LongColumn.of(values, ROWS, null);
  }

  private static Column texts(int from) {
    String[] values = new String[ROWS];
    for (int i = 0; i < ROWS; i++) {
      values[i] = String.valueOf(from + i);
    }
    return BytesColumn.ofStrings(values);
  }

  @ParameterizedTest
  @CsvSource({"65536, 65536", "65537, 65824", "200000, 199902", "1000000, 1001943"})
  void uniqEstimatesAsTheServer(int rows, String expected) {
    assertThat(run("uniq", List.of(), IntegerType.UINT64, rows, LargeInputTest::numbers).value())
        .hasToString(expected);
  }

  @Test
  void uniqEstimatesTextsAsTheServer() {
    assertThat(
            run("uniq", List.of(), StringType.INSTANCE, 1_000_000, LargeInputTest::texts).value())
        .hasToString("995890");
  }

  @ParameterizedTest
  @CsvSource({
    "8192, 0.5, 4095.5",
    "8192, 0.99, 8109.09",
    "8193, 0.5, 4096.5",
    "8193, 0.99, 8110.09",
    "20000, 0.5, 10053.5",
    "20000, 0.99, 19792.09"
  })
  void quantileSamplesAsTheServer(int rows, double level, double expected) {
    List<Argument> parameters = List.of(new Argument(FloatType.FLOAT64, DoubleColumn.of(level)));
    assertThat(
            run("quantile", parameters, IntegerType.UINT64, rows, LargeInputTest::numbers).value())
        .isEqualTo(expected);
  }

  @Test
  void distinctTextsOfOneDictionaryTakeOneBitEach() {
    ListDictionary dictionary = new ListDictionary();
    int entries = 100_000;
    for (int i = 0; i < entries; i++) {
      dictionary.add("user" + i);
    }
    IntFunction<Column> batch =
        from -> {
          int[] ids = new int[ROWS];
          for (int i = 0; i < ROWS; i++) {
            ids[i] = (int) ((from + i) * 7919L % entries);
          }
          return DictionaryColumn.of(ids, dictionary, ROWS, null);
        };
    Outcome once = run("uniqExact", List.of(), StringType.INSTANCE, entries, batch);
    Outcome often = run("uniqExact", List.of(), StringType.INSTANCE, 8 * entries, batch);
    assertThat(once.value()).hasToString(String.valueOf(entries));
    assertThat(often.value()).hasToString(String.valueOf(entries));
    assertThat(often.peakBytes()).isEqualTo(once.peakBytes()).isLessThan(40_000);
  }
}
