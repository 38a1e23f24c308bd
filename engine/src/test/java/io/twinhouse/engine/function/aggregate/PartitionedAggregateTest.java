// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.RandomColumns;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
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
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Partitions merged, states written and read, states merged by -Merge: all must give what one pass
 * over everything gives, and return their memory, also when any of their reservations is refused.
 */
class PartitionedAggregateTest {

  private static final BindContext CONTEXT =
      new BindContext(Instant.EPOCH, ZoneOffset.UTC, "default", "default", Settings.DEFAULT::text);

  private record Call(
      String name, List<Argument> parameters, List<Type> types, BoundAggregate aggregate) {

    /** Reads {@code name|parameters|types}, lists parted by semicolons. */
    static Call of(String text) {
      String[] parts = text.split("\\|", -1);
      List<Type> types =
          Arrays.stream(parts[2].split(";"))
              .filter(t -> !t.isEmpty())
              .map(TypeParser::parse)
              .toList();
      List<Argument> parameters =
          Arrays.stream(parts[1].split(";")).filter(t -> !t.isEmpty()).map(Call::literal).toList();
      return new Call(parts[0], parameters, types, bind(parts[0], parameters, types));
    }

    private static Argument literal(String text) {
      if (text.startsWith("'")) {
        Column value = BytesColumn.ofStrings(text.substring(1, text.length() - 1));
        return new Argument(io.twinhouse.engine.type.StringType.INSTANCE, value);
      }
      return text.contains(".")
          ? new Argument(FloatType.FLOAT64, DoubleColumn.of(Double.parseDouble(text)))
          : new Argument(IntegerType.UINT8, LongColumn.of(Long.parseLong(text)));
    }
  }

  private static BoundAggregate bind(String name, List<Argument> parameters, List<Type> types) {
    List<Argument> arguments = types.stream().map(Argument::of).toList();
    return FunctionRegistry.standard().bindAggregate(name, parameters, arguments, CONTEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sumForEach||Array(Int64)",
        "groupArrayForEach||Array(String)",
        "uniqExactForEach||Array(Nullable(String))",
        "sumMap||Map(String, UInt64)",
        "anyMap||Map(Int64, Nullable(String))",
        "groupArrayMapIf||Map(String, Int64);UInt8",
        "countResample|0;20;3|Int64",
        "groupArrayResample|0;20;3|String;Int64",
        "quantile|0.5|Int64",
        "quantiles|0.1;0.9|Nullable(Float64)",
        "quantileExact|0.3|UInt8",
        "quantilesExactInclusive|0.3;0.5|Int64",
        "quantileExactWeighted|0.5|Int64;UInt8",
        "varPop||UInt8",
        "corr||UInt8;UInt8",
        "kurtSamp||UInt8",
        "uniq||Nullable(String)",
        "uniq||String;Int64",
        "groupArray|3|String",
        "groupUniqArray||Nullable(Int32)",
        "argMax||Tuple(Int16, String);Tuple(Int16, String)",
        "any||Array(Nullable(String))",
        "any_respect_nulls||Nullable(String)",
        "sumDistinctIf||Int64;UInt8"
      })
  void partitionsComeTogether(String text) {
    Call call = Call.of(text);
    long seed = RandomColumns.seed();
    for (int round = 0; round < 30; round++) {
      Workload work = new Workload(call.types, seed + round);
      String label = text + " seed " + Long.toHexString(seed) + " round " + round;
      List<Object> expected = new ArrayList<>();
      Workload.inMemory(
          m ->
              expected.addAll(
                  comparable(call, work.results(call.aggregate, work.onePass(call.aggregate, m)))));
      Workload.inMemory(
          m ->
              assertThat(
                      comparable(
                          call, work.results(call.aggregate, work.merged(call.aggregate, m))))
                  .as("merge of " + label)
                  .isEqualTo(expected));
      Workload.inMemory(
          m ->
              assertThat(
                      comparable(
                          call, work.results(call.aggregate, work.written(call.aggregate, m))))
                  .as("states of " + label)
                  .isEqualTo(expected));
      Workload.inMemory(
          m ->
              assertThat(comparable(call, mergeOfStates(call, work, m)))
                  .as("-Merge of -State of " + label)
                  .isEqualTo(expected));
    }
    survivesRefusals(call, new Workload(call.types, seed));
  }

  private static List<Object> comparable(Call call, List<Object> results) {
    return Workload.comparable(call.name, results);
  }

  private static List<Object> mergeOfStates(Call call, Workload work, Reservation memory) {
    BoundAggregate state = bind(call.name + "State", call.parameters, call.types);
    Column states = work.onePass(state, memory).results(0, work.groups());
    BoundAggregate merge = bind(call.name + "Merge", List.of(), List.of(state.returnType()));
    Accumulator merged = merge.newAccumulator(memory);
    merged.resize(work.groups());
    int[] groups = new int[work.groups()];
    Arrays.setAll(groups, i -> i);
    merged.add(new Column[] {states}, groups, groups.length);
    Column results = merged.results(0, groups.length);
    List<Object> values = new ArrayList<>();
    for (int group = 0; group < groups.length; group++) {
      values.add(JavaValues.get(merge.returnType(), results, group));
    }
    return values;
  }

  private static void survivesRefusals(Call call, Workload work) {
    boolean done = false;
    for (int refused = 0; !done; refused++) {
      try (MemoryContext root = new RefusingMemory(refused);
          Reservation memory = new Reservation(root)) {
        try {
          work.results(call.aggregate, work.merged(call.aggregate, memory));
          done = true;
        } catch (TwinhouseException e) {
          assertThat(e.is(ErrorCode.MEMORY_LIMIT_EXCEEDED)).isTrue();
        }
        memory.close();
        assertThat(root.reservedBytes()).as(call.name).isZero();
      }
    }
  }
}
