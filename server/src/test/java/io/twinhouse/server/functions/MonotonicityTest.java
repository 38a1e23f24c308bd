// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.ColumnInvocation;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.Monotonicity;
import io.twinhouse.engine.function.Monotonicity.Piece;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.engine.function.Scratch;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.setting.Settings;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What functions declare of their order, against their results for random values. */
@ExtendWith(Seed.class)
final class MonotonicityTest {

  private static final FunctionRegistry REGISTRY = FunctionRegistry.standard();

  /** With clocks set back at midnight, by half an hour, by a day, with seconds, and never. */
  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/Berlin",
          "America/St_Johns",
          "America/Sao_Paulo",
          "Asia/Kolkata",
          "Australia/Lord_Howe",
          "Pacific/Apia",
          "Pacific/Kwajalein",
          "Africa/Monrovia",
          "Asia/Kathmandu");

  private static final List<String> TYPES =
      List.of(
          "UInt8",
          "Int8",
          "UInt16",
          "Int16",
          "UInt32",
          "Int32",
          "UInt64",
          "Int64",
          "Float32",
          "Float64",
          "Bool",
          "Date",
          "Date32",
          "DateTime",
          "DateTime('America/St_Johns')",
          "DateTime64(0)",
          "DateTime64(3)",
          "DateTime64(3, 'Pacific/Apia')",
          "DateTime64(9)",
          "Decimal(9, 2)",
          "Decimal(18, 4)");

  /** Arguments of which null stands for the one that varies. */
  private record Call(String name, List<@Nullable Argument> arguments) {}

  @RepeatedTest(3)
  void resultsAreInTheOrderThatIsDeclared(RandomSource random) {
    Set<String> told = new TreeSet<>();
    for (String zone : ZONES) {
      BindContext context =
          new BindContext(
              Instant.ofEpochSecond(1_790_000_000L),
              ZoneId.of(zone),
              "default",
              "default",
              Settings.DEFAULT::text);
      for (String written : TYPES) {
        Type type = TypeParser.parse(written);
        for (Call call : calls(random)) {
          if (check(call, type, context, random)) {
            told.add(call.name());
          }
        }
      }
    }
    List<String> declared =
        new ArrayList<>(
            REGISTRY.scalars().stream()
                .filter(f -> f.traits().monotonicity() != null)
                .map(ScalarFunction::name)
                .sorted()
                .toList());
    declared.removeIf(told::contains);
    assertThat(declared).as("declared and not tested").isEmpty();
  }

  @Test
  void whatIsCutIntoPartsOrWrapsIsNotDeclared() {
    for (String name : List.of("toHour", "toMinute", "toDayOfWeek", "toMonth", "modulo", "abs")) {
      assertThat(REGISTRY.scalar(name).orElseThrow().traits().monotonicity()).as(name).isNull();
    }
  }

  private static List<Call> calls(RandomSource random) {
    List<Call> calls = new ArrayList<>();
    for (ScalarFunction function : REGISTRY.scalars()) {
      if (function.traits().monotonicity() == null) {
        continue;
      }
      String name = function.name();
      switch (name) {
        case "plus", "minus", "multiply", "divide", "intDiv", "intDivOrZero" -> {
          calls.add(call(name, null, number(random)));
          calls.add(call(name, number(random), null));
          if (name.equals("plus") || name.equals("minus")) {
            calls.add(call(name, null, interval(random)));
            calls.add(call(name, constant("DateTime", 1_700_000_000L), null));
            calls.add(call(name, constant("Date", 20_000), null));
          }
        }
        case "CAST", "_CAST" -> calls.add(call(name, null, text(random.pick(TYPES))));
        case "toStartOfInterval" -> calls.add(call(name, null, interval(random)));
        case "dateTrunc" -> calls.add(call(name, text(unit(random)), null));
        case "dateDiff" -> {
          calls.add(call(name, text(unit(random)), null, constant("DateTime", 1_700_000_000L)));
          calls.add(call(name, text(unit(random)), constant("Date", 19_000), null));
        }
        case "toDateTime64" -> calls.add(call(name, null, constant("UInt8", random.between(0, 9))));
        case "toTimeZone" -> calls.add(call(name, null, text(random.pick(ZONES))));
        default -> {
          if (name.startsWith("add") || name.startsWith("subtract")) {
            calls.add(call(name, null, constant("Int64", random.between(-40, 40))));
          } else {
            calls.add(call(name, (Argument) null));
            calls.add(call(name, null, text(random.pick(ZONES))));
            calls.add(call(name, null, constant("UInt8", random.between(0, 9))));
          }
        }
      }
    }
    return calls;
  }

  private static Call call(String name, @Nullable Argument... arguments) {
    return new Call(name, java.util.Arrays.asList(arguments));
  }

  private static Argument number(RandomSource random) {
    return random.oneIn(4)
        ? new Argument(FloatType.FLOAT64, DoubleColumn.of(random.between(-50, 50) / 4.0))
        : constant(
            random.pick(List.of("Int8", "UInt8", "Int16", "UInt32", "Int64", "UInt64")),
            random.between(0, 100));
  }

  private static String unit(RandomSource random) {
    return random
        .pick(List.of(IntervalType.Unit.values()))
        .text()
        .toLowerCase(java.util.Locale.ROOT);
  }

  private static Argument interval(RandomSource random) {
    IntervalType type = new IntervalType(random.pick(List.of(IntervalType.Unit.values())));
    return new Argument(type, LongColumn.of(random.between(1, 40)));
  }

  private static Argument text(String text) {
    return new Argument(StringType.INSTANCE, BytesColumn.ofStrings(text));
  }

  private static Argument constant(String type, long value) {
    return new Argument(TypeParser.parse(type), LongColumn.of(value));
  }

  /** Whether the call can be bound and tells of its order. */
  private static boolean check(Call call, Type type, BindContext context, RandomSource random) {
    List<Argument> arguments =
        call.arguments().stream().map(a -> a == null ? Argument.of(type) : a).toList();
    BoundFunction bound;
    try {
      bound = REGISTRY.bindScalar(call.name(), arguments, context);
    } catch (TwinhouseException refused) {
      return false;
    }
    Monotonicity monotonicity = bound.monotonicity();
    if (monotonicity == null) {
      return false;
    }
    assertThat(call.arguments().get(monotonicity.argument())).isNull();
    String what = call.name() + arguments + " in " + context.zone();
    if (isRefusedByRows(bound, arguments, type)) {
      return false;
    }
    if (monotonicity.pieces().isEmpty()) {
      long[] ends = domain(type);
      order(bound, arguments, values(ends[0], ends[1], 0, random), 0, type, what);
    }
    for (Piece piece : monotonicity.pieces()) {
      assertThat(piece.low()).as(what).isLessThanOrEqualTo(piece.high());
      long[] values = values(piece.low(), piece.high(), piece.slack(), random);
      order(bound, arguments, values, piece.slack(), type, what);
    }
    return true;
  }

  /** Some types are refused when the first row comes. */
  private static boolean isRefusedByRows(BoundFunction bound, List<Argument> arguments, Type type) {
    try {
      results(bound, arguments, new long[] {20_000}, type);
      return false;
    } catch (TwinhouseException failed) {
      return failed.is(ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT);
    }
  }

  /** The first and the last value: lane values, of doubles numbers that order like them. */
  private static long[] domain(Type type) {
    if (type instanceof FloatType) {
      return new long[] {ordered(Double.NEGATIVE_INFINITY), ordered(Double.POSITIVE_INFINITY)};
    }
    if (type instanceof IntegerType integer && integer.bits() < Long.SIZE) {
      return integer.signed()
          ? new long[] {-1L << (integer.bits() - 1), (1L << (integer.bits() - 1)) - 1}
          : new long[] {0, (1L << integer.bits()) - 1};
    }
    return switch (type.name()) {
      case "Bool" -> new long[] {0, 1};
      case "Date" -> new long[] {0, 0xFFFF};
      case "UInt64" -> new long[] {0, Long.MAX_VALUE};
      default ->
          type.name().startsWith("DateTime") && !type.name().startsWith("DateTime64")
              ? new long[] {0, 0xFFFF_FFFFL}
              : new long[] {Long.MIN_VALUE, Long.MAX_VALUE};
    };
  }

  private static long ordered(double value) {
    long bits = Double.doubleToLongBits(value + 0.0);
    return bits ^ (bits >> 63 & Long.MAX_VALUE);
  }

  private static double doubleOf(long ordered) {
    return Double.longBitsToDouble(ordered ^ (ordered >> 63 & Long.MAX_VALUE));
  }

  /** Values from end to end, in crowds whose members are a little or a slack apart. */
  private static long[] values(long low, long high, long slack, RandomSource random) {
    TreeSet<Long> values = new TreeSet<>(List.of(low, high));
    long[] steps = {1, 2, slack + 1, 1800, 3600, 86_400, 1000, 3_600_000L, 86_400_000L};
    for (int crowd = 0; crowd < 40; crowd++) {
      long width = high - low;
      long at =
          crowd == 0
              ? low
              : crowd == 1
                  ? high
                  : width == -1
                      ? random.anyLong()
                      : low + Long.remainderUnsigned(random.anyLong(), width + 1);
      for (int i = 0; i < 12; i++) {
        long moved = at + random.between(-3, 3) * steps[random.between(0, steps.length - 1)];
        boolean overflows = (moved < at) == (moved - at > 0);
        if (moved >= low && moved <= high && !overflows) {
          values.add(moved);
        }
      }
      values.add(at);
    }
    return values.stream().mapToLong(Long::longValue).toArray();
  }

  private static void order(
      BoundFunction bound,
      List<Argument> arguments,
      long[] values,
      long slack,
      Type type,
      String what) {
    long[] results = results(bound, arguments, values, type);
    boolean falls = results[0] > results[values.length - 1];
    long best = falls ? Long.MAX_VALUE : Long.MIN_VALUE;
    int behind = 0;
    for (int i = 0; i < values.length; i++) {
      while (behind < i && Long.compareUnsigned(values[i] - values[behind], slack) > 0) {
        best = falls ? Math.min(best, results[behind]) : Math.max(best, results[behind]);
        behind++;
      }
      if (behind > 0) {
        boolean kept = falls ? results[i] <= best : results[i] >= best;
        assertThat(kept)
            .as(
                "%s of %d: %d beside %d of %d",
                what, values[i], results[i], best, values[behind - 1])
            .isTrue();
      }
    }
  }

  /** As numbers that order like the results. */
  private static long[] results(
      BoundFunction bound, List<Argument> arguments, long[] values, Type type) {
    Column[] columns = new Column[arguments.size()];
    for (int i = 0; i < columns.length; i++) {
      Column constant = arguments.get(i).constant();
      columns[i] =
          constant == null ? column(values, type) : ConstantColumn.of(constant, values.length);
    }
    try (MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);
        Scratch scratch = new Scratch(new Reservation(memory))) {
      Column result =
          bound.evaluate(new ColumnInvocation(columns, values.length, scratch)).flatten();
      long[] ordered = new long[values.length];
      long flip = bound.returnType().base().equals(IntegerType.UINT64) ? Long.MIN_VALUE : 0;
      for (int i = 0; i < ordered.length; i++) {
        assertThat(result.isNull(i)).isFalse();
        ordered[i] =
            result instanceof DoubleColumn doubles
                ? ordered(doubles.values()[i])
                : ((LongColumn) result).values()[i] ^ flip;
      }
      return ordered;
    }
  }

  private static Column column(long[] values, Type type) {
    if (type.lane() == Lane.LONG) {
      return LongColumn.of(values, values.length, null);
    }
    double[] doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = doubleOf(values[i]);
    }
    return DoubleColumn.of(doubles, doubles.length, null);
  }
}
