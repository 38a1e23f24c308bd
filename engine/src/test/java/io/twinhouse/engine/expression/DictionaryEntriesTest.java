// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.ListDictionary;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.StringType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Expressions of one dictionary-encoded column: entries are evaluated, not rows. */
class DictionaryEntriesTest {

  private static final Expression X = Calls.input(0, StringType.INSTANCE);

  private final MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);
  private final ListDictionary dictionary = new ListDictionary();

  @BeforeEach
  void entries() {
    for (String entry : List.of("A", "B", "c", "", "D")) {
      dictionary.add(entry);
    }
  }

  @AfterEach
  void nothingIsLeft() {
    assertThat(memory.reservedBytes()).isZero();
  }

  private Batch ids(int... ids) {
    return Batch.of(ids.length, DictionaryColumn.of(ids, dictionary, ids.length, null));
  }

  private static List<Object> values(Column column) {
    return IntStream.range(0, column.size())
        .mapToObj(row -> JavaValues.get(StringType.INSTANCE, column, row))
        .toList();
  }

  @Test
  void textsThatStayAsTheyAreKeepTheirIds() {
    try (ExpressionEvaluator upper = ExpressionEvaluator.of(Calls.upper(X), memory)) {
      for (int run = 0; run < 2; run++) {
        Column same = upper.evaluate(ids(1, 0, 3, 1));
        assertThat(same).isInstanceOf(DictionaryColumn.class);
        assertThat(values(same)).containsExactly("B", "A", "", "B");
        assertThat(values(upper.evaluate(ids(1, 2, 4)))).containsExactly("B", "C", "D");
      }
    }
  }

  @Test
  void idsUnderNullStandForNothing() {
    boolean[] nulls = {true, false, true};
    Column column = DictionaryColumn.of(new int[] {0, 1, 0}, dictionary, 3, nulls);
    Expression filled =
        Calls.call(
            "ifNull", StringType.INSTANCE, v -> v.get(0) == null ? "none" : v.get(0), nullableX());
    try (ExpressionEvaluator evaluator = ExpressionEvaluator.of(filled, memory)) {
      assertThat(values(evaluator.evaluate(ids(0, 1)))).containsExactly("A", "B");
      assertThat(values(evaluator.evaluate(Batch.of(3, column))))
          .containsExactly("none", "B", "none");
    }
  }

  private static Expression nullableX() {
    return Calls.input(0, new NullableType(StringType.INSTANCE));
  }

  @Test
  void whatAFilterFindsOutSparesTheProjection() {
    List<Object> asked = new ArrayList<>();
    Expression shout =
        Calls.call(
            "shout",
            StringType.INSTANCE,
            v -> {
              asked.add(v.get(0));
              return v.get(0).toString().toUpperCase(Locale.ROOT);
            },
            X);
    Expression early =
        Calls.call("early", IntegerType.UINT8, v -> v.get(0).toString().compareTo("C") < 0, shout);
    try (EntryFacts facts = new EntryFacts(memory);
        ExpressionEvaluator filter = ExpressionEvaluator.of(early, memory, facts);
        ExpressionEvaluator projection = ExpressionEvaluator.of(shout, memory, facts)) {
      Batch batch = ids(0, 4, 1, 0, 1);
      int[] rows = new int[5];
      assertThat(filter.select(batch, rows)).isEqualTo(4);
      assertThat(rows).startsWith(0, 2, 3, 4);
      assertThat(asked).containsExactly("A", "D", "B");
      assertThat(values(projection.evaluate(ids(0, 1, 0, 1)))).containsExactly("A", "B", "A", "B");
      assertThat(asked).hasSize(3);
    }
  }

  @Test
  void rowsThatAnEarlierConditionDroppedAreNotEvaluated() {
    Expression full = Calls.call("notEmpty", IntegerType.UINT8, v -> !v.get(0).equals(""), X);
    Expression first =
        Calls.call("first", IntegerType.UINT8, v -> v.get(0).toString().charAt(0) == 'A', X);
    Expression both = Calls.and(full, first);
    Column coded = ids(3, 0, 1, 3).column(0);
    for (Column column : List.of(coded, coded.flatten())) {
      int[] rows = new int[4];
      try (ExpressionEvaluator evaluator = ExpressionEvaluator.of(both, memory)) {
        assertThat(evaluator.select(Batch.of(4, column), rows)).isEqualTo(1);
        assertThat(rows[0]).isEqualTo(1);
      }
    }
  }
}
