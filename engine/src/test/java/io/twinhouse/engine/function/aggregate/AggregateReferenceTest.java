// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.RandomColumns;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.aggregate.Workload.Portion;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.setting.Settings;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every aggregate against a plain model, in one pass, merged, and through written states. */
class AggregateReferenceTest {

  private static final int ROUNDS = 60;
  private static final BindContext CONTEXT =
      new BindContext(Instant.EPOCH, ZoneOffset.UTC, "default", "default", Settings.DEFAULT::text);

  static List<String> functions() {
    return List.copyOf(ReferenceModel.NAMES);
  }

  private static BoundAggregate bind(String name, List<Type> types) {
    List<Argument> arguments = types.stream().map(Argument::of).toList();
    return FunctionRegistry.standard().bindAggregate(name, List.of(), arguments, CONTEXT);
  }

  /** Argument types that the function takes. */
  private static List<Type> anyTypes(String name, RandomColumns random) {
    while (true) {
      List<Type> types = new ArrayList<>();
      for (int i = 0; i < ReferenceModel.arity(name, random); i++) {
        Type type = random.anyType();
        boolean coded = type.base() instanceof StringType && random.below(3) == 0;
        types.add(coded ? new LowCardinalityType(type) : type);
      }
      if (name.contains("Array") && !name.startsWith("group") || name.equals("groupArrayArray")) {
        int arrays = name.endsWith("If") ? types.size() - 1 : types.size();
        for (int i = 0; i < arrays; i++) {
          types.set(i, new ArrayType(types.get(i)));
        }
      }
      if (name.contains("If")) {
        Type condition = IntegerType.UINT8;
        types.set(types.size() - 1, random.below(2) == 0 ? condition : condition.toNullable());
      }
      try {
        bind(name, types);
        if (!mayBeRefused(name, types)) {
          return types;
        }
      } catch (TwinhouseException refused) {
        assertThat(refused.number()).isIn(43, 48);
      }
    }
  }

  /** The smallest of values with NULL within is refused where NULL decides. */
  private static boolean mayBeRefused(String name, List<Type> types) {
    int key = name.startsWith("min") ? 0 : name.startsWith("argMin") ? 1 : -1;
    return key >= 0 && types.get(key).name().contains("(Nullable(");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void agreesWithThePlainModel(String name) {
    long seed = RandomColumns.seed();
    for (int round = 0; round < ROUNDS; round++) {
      RandomColumns random = new RandomColumns(seed + round);
      List<Type> types = anyTypes(name, random);
      BoundAggregate aggregate = bind(name, types);
      Workload work = new Workload(types, seed + round);
      List<Object> expected = Workload.comparable(name, expected(name, types, work));
      String label = name + types + " seed " + Long.toHexString(seed) + " round " + round;
      Workload.inMemory(
          m ->
              assertThat(
                      Workload.comparable(
                          name, work.results(aggregate, work.onePass(aggregate, m))))
                  .as("one pass of " + label)
                  .isEqualTo(expected));
      Workload.inMemory(
          m ->
              assertThat(
                      Workload.comparable(name, work.results(aggregate, work.merged(aggregate, m))))
                  .as("merge of " + label)
                  .isEqualTo(expected));
      Workload.inMemory(
          m ->
              assertThat(
                      Workload.comparable(
                          name, work.results(aggregate, work.written(aggregate, m))))
                  .as("states of " + label)
                  .isEqualTo(expected));
    }
  }

  private static List<Object> expected(String name, List<Type> types, Workload work) {
    List<List<List<Object>>> rows = new ArrayList<>();
    for (int group = 0; group < work.groups(); group++) {
      rows.add(new ArrayList<>());
    }
    for (Portion portion : work.portions()) {
      for (int row = 0; row < portion.rows(); row++) {
        if (portion.groups()[row] >= 0) {
          List<Object> values = new ArrayList<>();
          for (int i = 0; i < types.size(); i++) {
            values.add(JavaValues.get(types.get(i), portion.arguments()[i], row));
          }
          rows.get(portion.groups()[row]).add(values);
        }
      }
    }
    List<Object> results = new ArrayList<>();
    rows.forEach(r -> results.add(new ReferenceModel(types).result(name, r)));
    return results;
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyRefusedReservationIsSurvived(String name) {
    long seed = RandomColumns.seed();
    List<Type> types = anyTypes(name, new RandomColumns(seed));
    BoundAggregate aggregate = bind(name, types);
    Workload work = new Workload(types, seed);
    for (int refused = 0; ; refused++) {
      try (MemoryContext root = new RefusingMemory(refused);
          Reservation memory = new Reservation(root)) {
        boolean done = false;
        try {
          work.results(aggregate, work.merged(aggregate, memory));
          work.results(aggregate, work.written(aggregate, memory));
          done = true;
        } catch (TwinhouseException e) {
          assertThat(e.is(ErrorCode.MEMORY_LIMIT_EXCEEDED)).isTrue();
        }
        memory.close();
        assertThat(root.reservedBytes()).as("%s seed %x", name, seed).isZero();
        if (done) {
          return;
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void tellsItsPeakTwiceAlike(String name) {
    long seed = RandomColumns.seed();
    List<Type> types = anyTypes(name, new RandomColumns(seed));
    BoundAggregate aggregate = bind(name, types);
    long[] peaks = new long[2];
    for (int run = 0; run < 2; run++) {
      try (MemoryContext root = MemoryContext.root("test", MemoryContext.UNLIMITED);
          Reservation memory = new Reservation(root)) {
        Workload work = new Workload(types, seed);
        work.results(aggregate, work.onePass(aggregate, memory));
        peaks[run] = root.peakBytes();
      }
    }
    assertThat(peaks[0]).isEqualTo(peaks[1]);
    assertThat(Objects.requireNonNull(aggregate.returnType())).isNotNull();
  }

  @org.junit.jupiter.api.Test
  void unknownNamesAreRefused() {
    assertThatThrownBy(() -> bind("nosuchaggregate", List.of()))
        .isInstanceOf(TwinhouseException.class);
  }
}
