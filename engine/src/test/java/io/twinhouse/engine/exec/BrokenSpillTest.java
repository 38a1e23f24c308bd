// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.RandomColumns;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.plan.AggregateCall;
import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.JoinStrictness;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.SortKey;
import io.twinhouse.engine.spill.SpillDirectory;
import io.twinhouse.engine.spill.SpillFile;
import io.twinhouse.engine.spill.SpillSpace;
import io.twinhouse.engine.spill.SpillThresholds;
import io.twinhouse.engine.type.IntegerType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breaks every file operation of a spill in turn: the query fails cleanly, nothing is left. */
class BrokenSpillTest {

  private final RandomColumns random = new RandomColumns(RandomColumns.seed());

  @TempDir Path parent;

  @Test
  void eachOperationMayFail() throws IOException {
    for (PlanNode plan : plans()) {
      boolean finished = false;
      for (int failing = 0; !finished; failing += 1 + failing / 8) {
        AtomicInteger left = new AtomicInteger(failing);
        try (SpillDirectory directory = new Breaking(SpillDirectory.below(parent), left)) {
          var threshold = new SpillThresholds.Threshold(2000, 0);
          var all = new SpillThresholds(threshold, threshold, threshold);
          PlanRunner runner = new PlanRunner(() -> new SpillSpace(directory, 0, all, List.of()));
          try (runner) {
            runner.run(plan);
            finished = true;
          } catch (TwinhouseException e) {
            assertThat(
                    e.is(ErrorCode.CANNOT_OPEN_FILE)
                        || e.is(ErrorCode.CANNOT_WRITE_TO_FILE_DESCRIPTOR)
                        || e.is(ErrorCode.CANNOT_READ_FROM_FILE_DESCRIPTOR))
                .as(e.getMessage())
                .isTrue();
          }
        }
        try (var files = Files.list(parent)) {
          assertThat(files).isEmpty();
        }
      }
    }
  }

  private List<PlanNode> plans() {
    Schema schema = Schema.of(new Field("n", IntegerType.INT64), new Field("k", IntegerType.INT64));
    List<List<Batch>> partitions = new ArrayList<>();
    for (int p = 0; p < 2; p++) {
      partitions.add(
          List.of(
              Batch.of(
                  2000,
                  random.flat(IntegerType.INT64, 2000),
                  random.flat(IntegerType.INT64, 2000))));
    }
    ToyTable table = new ToyTable(schema, partitions);
    AggregateCall sum = new AggregateCall("sum(n)", new LongSum(), List.of(0));
    List<Field> both = new ArrayList<>(schema.fields());
    both.addAll(schema.fields());
    return List.of(
        new PlanNode.Sort(table.scan(), List.of(new SortKey(1, false, false)), -1),
        new PlanNode.Aggregate(table.scan(), List.of(1), List.of(sum), List.of(), false, schema),
        new PlanNode.LimitBy(table.scan(), List.of(1), 0, 1),
        new PlanNode.Join(
            table.scan(),
            new PlanNode.Distinct(table.scan(), List.of(1)),
            JoinKind.FULL,
            JoinStrictness.ALL,
            List.of(1),
            List.of(1),
            null,
            null,
            false,
            new Schema(both)));
  }

  /** Fails the n-th operation and all after it, but for deleting. */
  private record Breaking(SpillDirectory real, AtomicInteger left) implements SpillDirectory {

    private void count() throws IOException {
      if (left.getAndDecrement() <= 0) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public SpillFile create() throws IOException {
      count();
      SpillFile file = real.create();
      return new SpillFile() {
        @Override
        public void append(byte[] source, int length) throws IOException {
          count();
          file.append(source, length);
        }

        @Override
        public void read(long position, byte[] target, int length) throws IOException {
          count();
          file.read(position, target, length);
        }

        @Override
        public void close() throws IOException {
          file.close();
        }
      };
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
