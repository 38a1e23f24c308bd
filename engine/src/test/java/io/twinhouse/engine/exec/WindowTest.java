// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.RandomColumns;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.SortKey;
import io.twinhouse.engine.plan.WindowCall;
import io.twinhouse.engine.plan.WindowCall.Bound;
import io.twinhouse.engine.plan.WindowCall.Frame;
import io.twinhouse.engine.type.IntegerType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Frames and window functions against their definitions, row by row. */
class WindowTest {

  private static final Schema INPUT =
      Schema.of(
          new Field("p", IntegerType.INT64),
          new Field("o", IntegerType.INT64),
          new Field("v", IntegerType.INT64));

  private final long seed = RandomColumns.seed();
  private final RandomColumns random = new RandomColumns(seed);

  private Bound bound() {
    return switch (random.below(4)) {
      case 0 -> Bound.CURRENT;
      case 1 -> Bound.at(random.below(4));
      default -> Bound.at(-random.below(4));
    };
  }

  private Frame frame() {
    Bound start = random.below(2) == 0 ? Bound.UNBOUNDED_PRECEDING : bound();
    Bound end = random.below(3) == 0 ? Bound.UNBOUNDED_FOLLOWING : bound();
    return new Frame(random.below(2) == 0, start, end);
  }

  private ToyTable table(int rows, int partitions) {
    ColumnBuilder p = ColumnBuilder.of(IntegerType.INT64);
    ColumnBuilder o = ColumnBuilder.of(IntegerType.INT64);
    ColumnBuilder v = ColumnBuilder.of(IntegerType.INT64);
    for (int row = 0; row < rows; row++) {
      p.appendLong(random.below(partitions));
      o.appendLong(random.below(20));
      v.appendLong(random.below(100));
    }
    return new ToyTable(INPUT, List.of(List.of(Batch.of(rows, p.build(), o.build(), v.build()))));
  }

  @Test
  void framesAndFunctionsMeanWhatTheyAreDefinedToMean() {
    try (PlanRunner runner = new PlanRunner()) {
      for (int round = 0; round < 40; round++) {
        ToyTable table =
            table(1 + random.below(round % 8 == 0 ? 9000 : 400), 1 + random.below(200));
        Frame frame = frame();
        Frame lagFrame = new Frame(true, Bound.UNBOUNDED_PRECEDING, Bound.UNBOUNDED_FOLLOWING);
        List<WindowCall> calls =
            List.of(
                new WindowCall("sum", new LongSum(), List.of(2), frame, IntegerType.INT64),
                new WindowCall("count", new LongSum(), List.of(), lagFrame, IntegerType.INT64),
                new WindowCall("row_number", null, List.of(), frame, IntegerType.UINT64),
                new WindowCall("rank", null, List.of(), frame, IntegerType.UINT64),
                new WindowCall("dense_rank", null, List.of(), frame, IntegerType.UINT64),
                new WindowCall("lag", null, List.of(2), lagFrame, IntegerType.INT64),
                new WindowCall("leadInFrame", null, List.of(2), frame, IntegerType.INT64));
        List<Field> fields = new ArrayList<>(INPUT.fields());
        calls.forEach(c -> fields.add(new Field(c.name(), c.type())));
        PlanNode plan =
            new PlanNode.Window(
                table.scan(),
                List.of(0),
                List.of(new SortKey(1, false, false)),
                calls,
                new Schema(fields));
        String context = frame + " replay with -Dtwinhouse.seed=" + Long.toHexString(seed);
        check(runner.run(plan), frame, context);
      }
    }
  }

  private static void check(List<List<Object>> rows, Frame frame, String context) {
    int from = 0;
    while (from < rows.size()) {
      int end = from;
      while (end < rows.size() && rows.get(end).get(0).equals(rows.get(from).get(0))) {
        end++;
      }
      checkPartition(rows.subList(from, end), frame, context);
      from = end;
    }
  }

  private static void checkPartition(List<List<Object>> rows, Frame frame, String context) {
    for (int row = 0; row < rows.size(); row++) {
      long order = (Long) rows.get(row).get(1);
      long sum = 0;
      long before = 0;
      for (int other = 0; other < rows.size(); other++) {
        sum += within(frame, row, other, rows) ? (Long) rows.get(other).get(2) : 0;
        before += (Long) rows.get(other).get(1) < order ? 1 : 0;
      }
      List<Object> found = rows.get(row).subList(3, 10);
      long distinct =
          LongStream.range(0, row + 1).map(r -> (Long) rows.get((int) r).get(1)).distinct().count();
      boolean leads = row + 1 < rows.size() && within(frame, row, row + 1, rows);
      List<Object> expected = new ArrayList<>();
      expected.add(sum);
      expected.add((long) rows.size());
      expected.add(BigInteger.valueOf(row + 1));
      expected.add(BigInteger.valueOf(before + 1));
      expected.add(BigInteger.valueOf(distinct));
      expected.add(row == 0 ? 0L : rows.get(row - 1).get(2));
      expected.add(leads ? rows.get(row + 1).get(2) : 0L);
      assertThat(found).as(context).isEqualTo(expected);
    }
  }

  private static boolean within(Frame frame, int row, int other, List<List<Object>> rows) {
    long place = frame.rows() ? row : (Long) rows.get(row).get(1);
    long candidate = frame.rows() ? other : (Long) rows.get(other).get(1);
    boolean after = frame.start().unbounded() || candidate >= place + frame.start().offset();
    boolean before = frame.end().unbounded() || candidate <= place + frame.end().offset();
    return after && before;
  }
}
