// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.expression.ExpressionEvaluator;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanCounters;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.TableStatistics;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table of given batches; a scan has one source for each of {@code partitions}. */
final class ToyTable implements Table {

  private final Schema schema;
  private final List<List<Batch>> partitions;

  ToyTable(Schema schema, List<List<Batch>> partitions) {
    this.schema = schema;
    this.partitions = partitions;
  }

  /** A plan that reads all of it. */
  PlanNode scan() {
    List<ColumnRead> reads =
        schema.fields().stream().map(f -> ColumnRead.of(f.name(), f.type())).toList();
    List<Integer> all = IntStream.range(0, reads.size()).boxed().toList();
    return new PlanNode.Scan(this, "toy", reads, null, all, false, schema);
  }

  List<Batch> batches() {
    return partitions.stream().flatMap(List::stream).toList();
  }

  @Override
  public TableDefinition definition() {
    List<ColumnDefinition> columns =
        schema.fields().stream().map(f -> ColumnDefinition.plain(f.name(), f.type())).toList();
    return TableDefinition.of(new TableName("default", "toy"), columns, "Memory");
  }

  @Override
  public TableStatistics statistics() {
    return new TableStatistics(batches().stream().mapToLong(Batch::rows).sum(), 0, 1);
  }

  @Override
  public Scan scan(ScanRequest request) {
    List<BatchSource> sources = new ArrayList<>();
    for (List<Batch> partition : partitions) {
      sources.add(new Source(partition.iterator(), request));
    }
    return new Scan() {
      @Override
      public List<BatchSource> sources() {
        return sources;
      }

      @Override
      public ScanCounters counters() {
        return new ScanCounters(
            batches().stream().mapToLong(Batch::rows).sum(), 0, 1, 1, statistics().rows());
      }

      @Override
      public void close() {
        sources.forEach(BatchSource::close);
      }
    };
  }

  private static final class Source implements BatchSource {

    private final Iterator<Batch> batches;
    private final ScanRequest request;
    private final MemoryContext memory;
    private final @Nullable ExpressionEvaluator filter;

    Source(Iterator<Batch> batches, ScanRequest request) {
      this.batches = batches;
      this.request = request;
      memory = request.memory().steadyChild(MemoryLevel.OPERATOR, "source");
      filter = request.filter() == null ? null : ExpressionEvaluator.of(request.filter(), memory);
    }

    @Override
    public @Nullable Batch next() {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        int[] rows = IntStream.range(0, batch.rows()).toArray();
        int count = filter == null ? rows.length : filter.select(batch, rows);
        if (count > 0) {
          Batch kept = batch.gather(rows, count);
          Column[] columns = request.output().stream().map(kept::column).toArray(Column[]::new);
          return Batch.of(count, columns);
        }
      }
      return null;
    }

    @Override
    public void close() {
      if (filter != null) {
        filter.close();
      }
      memory.close();
    }
  }
}
