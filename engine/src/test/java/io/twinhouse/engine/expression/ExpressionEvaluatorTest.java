// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.RandomColumns;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.StringType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpressionEvaluatorTest {

  private static final Expression X = Calls.input(0, IntegerType.INT64);
  private static final Expression ZERO = Calls.constant(0);
  private static final Expression TEN = Calls.constant(10);

  private final MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);

  @AfterEach
  void nothingIsLeft() {
    assertThat(memory.reservedBytes()).isZero();
  }

  private List<Object> evaluate(Expression expression, Batch... batches) {
    List<Object> values = new ArrayList<>();
    try (ExpressionEvaluator evaluator = ExpressionEvaluator.of(expression, memory)) {
      for (Batch batch : batches) {
        Column column = evaluator.evaluate(batch);
        for (int row = 0; row < batch.rows(); row++) {
          values.add(JavaValues.get(expression.type(), column, row));
        }
      }
    }
    return values;
  }

  private List<Integer> select(Expression expression, Batch batch) {
    int[] rows = new int[batch.rows()];
    try (ExpressionEvaluator evaluator = ExpressionEvaluator.of(expression, memory)) {
      int count = evaluator.select(batch, rows);
      return Arrays.stream(rows, 0, count).boxed().toList();
    }
  }

  private static Batch longs(long... values) {
    return Batch.of(values.length, LongColumn.of(values));
  }

  @Test
  void branchesAreEvaluatedOnlyWhereTheyAreTaken() {
    Expression guarded =
        Calls.multiIf(Calls.equalTo(X, ZERO), Calls.constant(-1), Calls.intDiv(TEN, X));
    assertThat(evaluate(guarded, longs(0, 2, 5, 0), longs(0, 0), longs(1)))
        .containsExactly(-1L, 5L, 2L, -1L, -1L, -1L, 10L);
  }

  @Test
  void junctionsStopAtTheRowThatIsDecided() {
    Expression quotient = Calls.lessThan(Calls.constant(1), Calls.intDiv(TEN, X));
    Expression nonZero =
        Calls.call("notEquals", IntegerType.UINT8, v -> Calls.longOf(v.get(0)) != 0, X);
    Batch batch = longs(0, 2, 9, 10, 0);
    assertThat(evaluate(Calls.and(nonZero, quotient), batch)).containsExactly(0, 1, 0, 0, 0);
    assertThat(select(Calls.and(nonZero, quotient), batch)).containsExactly(1);
    assertThat(evaluate(Calls.or(Calls.equalTo(X, ZERO), quotient), batch))
        .containsExactly(1, 1, 0, 0, 1);
    assertThatThrownBy(() -> evaluate(Calls.and(quotient, nonZero), batch))
        .isInstanceOf(TwinhouseException.class)
        .hasMessageContaining("Division by zero");
  }

  @Test
  void dictionaryEntriesGiveWhatTheirBytesGive() {
    long seed = RandomColumns.seed();
    RandomColumns random = new RandomColumns(seed);
    NullableType type = new NullableType(StringType.INSTANCE);
    Expression text = Calls.input(0, type);
    Expression isLong =
        Calls.call(
            "long",
            IntegerType.UINT8,
            v -> v.get(0) != null && v.get(0).toString().length() > 6,
            text);
    Batch[] coded = new Batch[6];
    Batch[] flat = new Batch[6];
    for (int i = 0; i < coded.length; i++) {
      int rows = random.below(500);
      Column column = random.coded(type, rows);
      coded[i] = Batch.of(rows, column);
      flat[i] = Batch.of(rows, column.flatten());
    }
    String context = "seed " + Long.toHexString(seed);
    assertThat(evaluate(Calls.upper(text), coded))
        .as(context)
        .isEqualTo(evaluate(Calls.upper(text), flat));
    assertThat(evaluate(isLong, coded)).as(context).isEqualTo(evaluate(isLong, flat));
    for (int i = 0; i < coded.length; i++) {
      assertThat(select(isLong, coded[i])).as(context).isEqualTo(select(isLong, flat[i]));
    }
  }

  @Test
  void setsFollowTheServersNullRules() {
    NullableType nullable = new NullableType(IntegerType.INT64);
    Batch set =
        Batch.of(3, LongColumn.of(new long[] {1, 7, 0}, 3, new boolean[] {false, false, true}));
    Expression.SetSource rows = new Expression.SetSource.Rows(set);
    Batch batch =
        Batch.of(3, LongColumn.of(new long[] {1, 2, 0}, 3, new boolean[] {false, false, true}));
    Expression key = Calls.input(0, nullable);
    NullableType result = new NullableType(IntegerType.UINT8);
    assertThat(evaluate(new Expression.InSet(List.of(key), rows, false, result), batch))
        .containsExactly(1, 0, null);
    assertThat(evaluate(new Expression.InSet(List.of(key), rows, true, result), batch))
        .containsExactly(0, 1, null);
    Batch pairs = Batch.of(1, LongColumn.of(1L), BytesColumn.ofStrings("a"));
    Expression.InSet in =
        new Expression.InSet(
            List.of(key, Calls.input(1, StringType.INSTANCE)),
            new Expression.SetSource.Rows(pairs),
            true,
            IntegerType.UINT8);
    Batch tuples = Batch.of(3, batch.column(0), BytesColumn.ofStrings("a", "a", "a"));
    assertThat(evaluate(in, tuples)).containsExactly(0, 1, 1);
  }

  @Test
  void commonPartsAreEvaluatedOnce() {
    int[] calls = {0};
    Expression counted =
        Calls.call(
            "counted",
            IntegerType.INT64,
            v -> {
              calls[0]++;
              return v.get(0);
            },
            X);
    List<ExpressionEvaluator> both =
        ExpressionEvaluator.ofAll(
            List.of(Calls.plus(counted, TEN), Calls.plus(counted, counted)), memory, null);
    Batch batch = longs(1, 2, 3);
    Column first = both.get(0).evaluate(batch);
    Column second = both.get(1).evaluate(batch);
    assertThat(calls[0]).isEqualTo(3);
    assertThat(((LongColumn) first).values()).startsWith(11, 12, 13);
    assertThat(((LongColumn) second).values()).startsWith(2, 4, 6);
    both.forEach(ExpressionEvaluator::close);
  }
}
