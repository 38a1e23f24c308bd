// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.RandomColumns;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Calls;
import io.twinhouse.engine.plan.AggregateCall;
import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.JoinStrictness;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.plan.SortKey;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every operator against a few lines of row-at-a-time Java, on random tables of all lanes. */
class OperatorsTest {

  final long seed = RandomColumns.seed();
  private final RandomColumns random = new RandomColumns(seed);
  private final PlanRunner runner = newRunner();

  PlanRunner newRunner() {
    return new PlanRunner();
  }

  @AfterEach
  void close() {
    runner.close();
  }

  private String context(int round) {
    return "round " + round + ", replay with -Dtwinhouse.seed=" + Long.toHexString(seed);
  }

  /** A table whose first column is Int64 without NULL; the others are of random types. */
  private ToyTable table(int width, int mostRows) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("n", IntegerType.INT64));
    for (int i = 1; i < width; i++) {
      fields.add(new Field("c" + i, random.anyType()));
    }
    return table(new Schema(fields), mostRows);
  }

  private ToyTable table(Schema schema, int mostRows) {
    List<List<Batch>> partitions = new ArrayList<>();
    for (int p = random.below(3); p >= 0; p--) {
      List<Batch> batches = new ArrayList<>();
      for (int b = random.below(4); b > 0; b--) {
        int rows = 1 + random.below(mostRows);
        List<Column> columns = new ArrayList<>();
        for (Field field : schema.fields()) {
          columns.add(random.column(field.type(), rows));
        }
        batches.add(Batch.of(rows, columns));
      }
      partitions.add(batches);
    }
    return new ToyTable(schema, partitions);
  }

  private static List<List<Object>> rowsOf(ToyTable table) {
    List<List<Object>> rows = new ArrayList<>();
    Schema schema = ((PlanNode.Scan) table.scan()).schema();
    table.batches().forEach(b -> rows.addAll(PlanRunner.rowsOf(b, schema)));
    return rows;
  }

  private static List<Integer> columns(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  private static List<Object> pick(List<Object> row, List<Integer> columns) {
    List<Object> picked = new ArrayList<>();
    columns.forEach(c -> picked.add(row.get(c)));
    return picked;
  }

  @Test
  void filterAndProject() {
    for (int round = 0; round < 40; round++) {
      ToyTable table = table(3, 3000);
      var n = Calls.input(0, IntegerType.INT64);
      PlanNode plan =
          new PlanNode.Project(
              new PlanNode.Filter(table.scan(), Calls.lessThan(n, Calls.constant(5))),
              List.of(Calls.plus(n, n), Calls.input(1, table.definition().schema().type(1))),
              Schema.of(
                  new Field("a", IntegerType.INT64),
                  new Field("b", table.definition().schema().type(1))));
      List<List<Object>> expected = new ArrayList<>();
      for (List<Object> row : rowsOf(table)) {
        long value = (Long) row.get(0);
        if (value < 5) {
          List<Object> out = new ArrayList<>();
          out.add(value + value);
          out.add(row.get(1));
          expected.add(out);
        }
      }
      assertThat(runner.run(plan)).as(context(round)).isEqualTo(expected);
    }
  }

  @Test
  void aggregate() {
    for (int round = 0; round < 60; round++) {
      ToyTable table = table(1 + random.below(4), 2000);
      Schema schema = table.definition().schema();
      int keys = random.below(schema.size() + 1);
      List<Integer> keyColumns = columns(schema.size() - keys, schema.size());
      PlanNode plan = aggregate(table, keyColumns, List.of(), true);
      Map<List<Object>, long[]> expected = new LinkedHashMap<>();
      if (keys == 0) {
        expected.put(List.of(), new long[2]);
      }
      long[] total = new long[2];
      for (List<Object> row : rowsOf(table)) {
        long[] sums = expected.computeIfAbsent(pick(row, keyColumns), k -> new long[2]);
        sums[0] += (Long) row.get(0);
        sums[1]++;
        total[0] += (Long) row.get(0);
        total[1]++;
      }
      List<List<Object>> rows = new ArrayList<>();
      expected.forEach(
          (key, sums) -> {
            List<Object> row = new ArrayList<>(key);
            row.add(sums[0]);
            row.add(sums[1]);
            rows.add(row);
          });
      assertThat(runner.run(plan)).as(context(round)).containsExactlyInAnyOrderElementsOf(rows);
      assertThat(pick(runner.lastTotals.get(0), columns(keys, keys + 2)))
          .isEqualTo(List.of(total[0], total[1]));
    }
  }

  private static PlanNode aggregate(
      ToyTable table, List<Integer> keys, List<List<Integer>> sets, boolean totals) {
    Schema schema = table.definition().schema();
    List<Field> fields = new ArrayList<>();
    keys.forEach(k -> fields.add(schema.field(k)));
    fields.add(new Field("sum", IntegerType.INT64));
    fields.add(new Field("count", IntegerType.INT64));
    if (!sets.isEmpty()) {
      fields.add(new Field("__grouping_set", IntegerType.UINT64));
    }
    List<AggregateCall> calls =
        List.of(
            new AggregateCall("sum(n)", new LongSum(), List.of(0)),
            new AggregateCall("count()", new LongSum(), List.of()));
    return new PlanNode.Aggregate(table.scan(), keys, calls, sets, totals, new Schema(fields));
  }

  @Test
  void groupingSetsAreGroupedOneByOne() {
    ToyTable table = table(3, 500);
    List<List<Integer>> sets = List.of(List.of(0, 1), List.of(1), List.of());
    List<List<Object>> rows = runner.run(aggregate(table, List.of(1, 2), sets, false));
    for (int set = 0; set < sets.size(); set++) {
      Map<List<Object>, Long> expected = new HashMap<>();
      for (List<Object> row : rowsOf(table)) {
        List<Integer> columns = sets.get(set).stream().map(k -> k + 1).toList();
        expected.merge(pick(row, columns), (Long) row.get(0), Long::sum);
      }
      if (sets.get(set).isEmpty()) {
        expected.putIfAbsent(List.of(), 0L);
      }
      Map<List<Object>, Long> found = new HashMap<>();
      for (List<Object> row : rows) {
        if (row.get(4).equals(java.math.BigInteger.valueOf(set))) {
          found.put(pick(row, sets.get(set)), (Long) row.get(2));
        }
      }
      assertThat(found).as(context(set)).isEqualTo(expected);
    }
  }

  @Test
  void distinctAndLimitBy() {
    for (int round = 0; round < 40; round++) {
      ToyTable table = table(3, 1500);
      PlanNode distinct = new PlanNode.Distinct(table.scan(), List.of(1, 2));
      Map<List<Object>, List<List<Object>>> byKey = new LinkedHashMap<>();
      for (List<Object> row : rowsOf(table)) {
        byKey.computeIfAbsent(pick(row, List.of(1, 2)), k -> new ArrayList<>()).add(row);
      }
      assertThat(runner.run(distinct))
          .as(context(round))
          .isEqualTo(byKey.values().stream().map(rows -> rows.get(0)).toList());
      PlanNode limitBy = new PlanNode.LimitBy(table.scan(), List.of(1, 2), 1, 2);
      List<List<Object>> expected = new ArrayList<>();
      byKey
          .values()
          .forEach(
              rows ->
                  expected.addAll(
                      rows.subList(Math.min(1, rows.size()), Math.min(3, rows.size()))));
      assertThat(runner.run(limitBy))
          .as(context(round))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void sortIsStableAndLimitCutsIt() {
    for (int round = 0; round < 60; round++) {
      ToyTable table = table(2 + random.below(2), 8000);
      boolean descending = random.below(2) == 0;
      boolean nullsFirst = random.below(2) == 0;
      List<SortKey> keys = List.of(new SortKey(0, descending, nullsFirst));
      List<List<Object>> expected = rowsOf(table);
      expected.sort(
          (a, b) -> {
            int order = Long.compare((Long) a.get(0), (Long) b.get(0));
            return descending ? -order : order;
          });
      assertThat(runner.run(new PlanNode.Sort(table.scan(), keys, -1)))
          .as(context(round))
          .isEqualTo(expected);
      int limit = random.below(200);
      int offset = random.below(20);
      PlanNode sorted = new PlanNode.Sort(table.scan(), keys, limit + offset);
      PlanNode limited = new PlanNode.Limit(sorted, offset, limit, List.of());
      int from = Math.min(offset, expected.size());
      int to = Math.min(offset + limit, expected.size());
      assertThat(runner.run(limited)).as(context(round)).isEqualTo(expected.subList(from, to));
    }
  }

  @Test
  void joinsOfEveryKind() {
    for (int round = 0; round < 150; round++) {
      Type keyType = random.anyType();
      Schema leftSchema = Schema.of(new Field("n", IntegerType.INT64), new Field("k", keyType));
      Schema rightSchema = Schema.of(new Field("k", keyType), new Field("s", IntegerType.INT64));
      ToyTable left = table(leftSchema, 60);
      ToyTable right = table(rightSchema, 60);
      boolean residual = random.below(2) == 0;
      JoinKind kind =
          List.of(JoinKind.INNER, JoinKind.LEFT, JoinKind.RIGHT, JoinKind.FULL)
              .get(random.below(4));
      List<Field> fields = new ArrayList<>(leftSchema.fields());
      fields.addAll(rightSchema.fields());
      PlanNode plan =
          new PlanNode.Join(
              left.scan(),
              right.scan(),
              kind,
              JoinStrictness.ALL,
              List.of(1),
              List.of(0),
              residual
                  ? Calls.lessThan(
                      Calls.input(0, IntegerType.INT64), Calls.input(3, IntegerType.INT64))
                  : null,
              null,
              false,
              new Schema(fields));
      assertThat(runner.run(plan))
          .as(kind + " " + keyType + " " + residual + " " + context(round))
          .containsExactlyInAnyOrderElementsOf(
              joined(rowsOf(left), rowsOf(right), kind, residual, new Schema(fields)));
    }
  }

  private static List<List<Object>> joined(
      List<List<Object>> left,
      List<List<Object>> right,
      JoinKind kind,
      boolean residual,
      Schema schema) {
    List<List<Object>> rows = new ArrayList<>();
    boolean[] rightMatched = new boolean[right.size()];
    for (List<Object> l : left) {
      boolean matched = false;
      for (int i = 0; i < right.size(); i++) {
        List<Object> r = right.get(i);
        boolean equal = l.get(1) != null && l.get(1).equals(r.get(0));
        if (equal && (!residual || (Long) l.get(0) < (Long) r.get(1))) {
          matched = true;
          rightMatched[i] = true;
          rows.add(concat(l, r));
        }
      }
      if (!matched && (kind == JoinKind.LEFT || kind == JoinKind.FULL)) {
        rows.add(concat(l, absent(schema, 2)));
      }
    }
    for (int i = 0; i < right.size(); i++) {
      if (!rightMatched[i] && (kind == JoinKind.RIGHT || kind == JoinKind.FULL)) {
        rows.add(concat(absent(schema, 0), right.get(i)));
      }
    }
    return rows;
  }

  private static List<Object> absent(Schema schema, int from) {
    var values = new ArrayList<Object>();
    for (int i = from; i < from + 2; i++) {
      var builder = ColumnBuilder.of(schema.type(i));
      if (schema.type(i).isNullable()) {
        builder.appendNull();
      } else {
        builder.appendDefault();
      }
      values.add(io.twinhouse.engine.column.JavaValues.get(schema.type(i), builder.build(), 0));
    }
    return values;
  }

  private static List<Object> concat(List<Object> a, List<Object> b) {
    List<Object> row = new ArrayList<>(a);
    row.addAll(b);
    return row;
  }

  @Test
  void intersectAndExcept() {
    for (int round = 0; round < 40; round++) {
      Schema schema = Schema.of(new Field("c", random.anyType()));
      ToyTable left = table(schema, 300);
      ToyTable right = table(schema, 60);
      for (boolean intersect : new boolean[] {true, false}) {
        List<List<Object>> all = new ArrayList<>();
        LinkedHashSet<List<Object>> once = new LinkedHashSet<>();
        List<List<Object>> counted = rowsOf(right);
        for (List<Object> row : rowsOf(left)) {
          if (counted.remove(row) == intersect) {
            all.add(row);
          }
          if (rowsOf(right).contains(row) == intersect) {
            once.add(row);
          }
        }
        assertThat(
                runner.run(
                    new PlanNode.SetOperation(left.scan(), right.scan(), intersect, true, schema)))
            .as(context(round))
            .isEqualTo(all);
        assertThat(
                runner.run(
                    new PlanNode.SetOperation(left.scan(), right.scan(), intersect, false, schema)))
            .as(context(round))
            .isEqualTo(new ArrayList<>(once));
      }
    }
  }

  @Test
  void refusalAtAnyReservationLeavesNothingBehind() {
    ToyTable left = table(3, 3000);
    ToyTable right = table(3, 300);
    Schema schema = left.definition().schema();
    List<Field> both = new ArrayList<>(schema.fields());
    both.addAll(right.definition().schema().fields());
    PlanNode join =
        new PlanNode.Join(
            left.scan(),
            right.scan(),
            JoinKind.LEFT,
            JoinStrictness.ALL,
            List.of(0),
            List.of(0),
            null,
            null,
            false,
            new Schema(both));
    PlanNode plan =
        new PlanNode.Sort(
            new PlanNode.Distinct(join, List.of(0, 1)), List.of(new SortKey(1, false, false)), -1);
    QueryPlan query = new QueryPlan(plan, List.of());
    runner.run(query, Long.MAX_VALUE);
    long peak = runner.lastPeak;
    for (long limit = 0; limit < peak; limit += Math.max(1, peak / 300)) {
      long tried = limit;
      assertThatThrownBy(() -> runner.run(query, tried))
          .as(context(0))
          .isInstanceOfSatisfying(
              TwinhouseException.class,
              e -> assertThat(e.is(ErrorCode.MEMORY_LIMIT_EXCEEDED)).isTrue());
    }
    assertThat(runner.root.reservedBytes()).isZero();
  }

  @Test
  void peakIsTheSameEachTime() {
    List<List<Batch>> partitions = new ArrayList<>();
    ToyTable table = table(4, 4000);
    partitions.add(table.batches());
    partitions.add(table.batches());
    ToyTable twice = new ToyTable(table.definition().schema(), partitions);
    PlanNode plan =
        new PlanNode.Sort(
            aggregate(twice, List.of(0, 1), List.of(), false),
            List.of(new SortKey(0, false, false)),
            -1);
    runner.run(plan);
    long peak = runner.lastPeak;
    for (int i = 0; i < 20; i++) {
      runner.run(plan);
      assertThat(runner.lastPeak).as(context(i)).isEqualTo(peak);
    }
  }
}
