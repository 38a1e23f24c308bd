// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.scan;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.expression.EntryFacts;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.ScanRequest.FirstRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a table: one partition a source of the storage. */
public final class ScanStage implements Stage {

  /** Rows of a source that are still few when eight times as many are read. */
  private static final long FEW_ROWS = 128;

  private final QueryContext query;
  private final PlanNode.Scan node;
  private final List<Expression> apart;
  private final List<FirstRows> first;
  private final OperatorFigure figure;
  private @Nullable MemoryContext memory;
  private @Nullable Scan scan;
  private List<BatchSource> sources = List.of();

  public ScanStage(QueryContext query, PlanNode.Scan node, OperatorFigure figure) {
    this(query, node, List.of(), List.of(), figure);
  }

  /**
   * A scan of which some rows are needed.
   *
   * @param first empty if all are
   */
  public static ScanStage ofFirst(
      QueryContext query, PlanNode.Scan node, List<FirstRows> first, OperatorFigure figure) {
    return new ScanStage(query, node, List.of(), first, figure);
  }

  /**
   * A scan that may yield runs with groups of their own.
   *
   * @param apart what rows are to be grouped by, over what the scan reads
   */
  public ScanStage(
      QueryContext query, PlanNode.Scan node, List<Expression> apart, OperatorFigure figure) {
    this(query, node, apart, List.of(), figure);
  }

  private ScanStage(
      QueryContext query,
      PlanNode.Scan node,
      List<Expression> apart,
      List<FirstRows> first,
      OperatorFigure figure) {
    this.query = query;
    this.node = node;
    this.apart = apart;
    this.first = first;
    this.figure = figure;
  }

  @Override
  public void prepare() {
    MemoryContext scanMemory = figure.memory(query.memory());
    memory = scanMemory;
    Scan opened =
        node.table()
            .scan(
                new ScanRequest(
                    node.reads(),
                    node.filter(),
                    node.output(),
                    node.finalRead(),
                    query.limits().threads(),
                    scanMemory,
                    query.granulesOneIn(),
                    apart,
                    first));
    scan = opened;
    query.track(opened);
    sources = opened.sources();
  }

  /** Once prepared: rows that are left out, as they are not among the first ones. */
  public long omittedRows() {
    return scan == null ? 0 : scan.omittedRows();
  }

  /** Once prepared: whether no group lies in two runs, whose order is {@link Scan#isApart()}'s. */
  public boolean isApart() {
    return scan != null && scan.isApart();
  }

  /** Lets a partition's operator go on with its next run, after it gave null; false at the end. */
  public boolean nextRun(int partition) {
    return sources.get(partition).nextRun();
  }

  @Override
  public int partitions() {
    return sources.size();
  }

  @Override
  public Operator open(int partition, MemoryContext partitionMemory) {
    return new ScanOperator(sources.get(partition));
  }

  @Override
  public void close() {
    sources.forEach(BatchSource::close);
    if (scan != null) {
      query.finish(scan);
      scan.close();
    }
    if (memory != null) {
      bound();
      memory.close();
    }
  }

  /**
   * A scan holds buffers a source: where they are full, or stay nearly empty, more change little.
   */
  private void bound() {
    long rows = figure.rows() / Math.max(1, sources.size());
    if (!sources.isEmpty() && (rows >= Batch.ROWS || rows < FEW_ROWS)) {
      long more = Math.max(1, query.limits().threads() / sources.size());
      figure.holdsAtMost(figure.peakBytes() / 4 * 5 * more, 0);
    }
  }

  private final class ScanOperator implements Operator {

    private final BatchSource source;
    private boolean begun;

    ScanOperator(BatchSource source) {
      this.source = source;
    }

    @Override
    public @Nullable Batch next() {
      if (!query.proceed() || begun && !query.mayRead(node.table().readsBlocks())) {
        return null;
      }
      begun = true;
      Batch batch = source.next();
      if (batch != null) {
        figure.yielded(batch.rows());
      }
      return batch;
    }

    @Override
    public @Nullable EntryFacts facts() {
      return source.facts();
    }

    /**
     * The source stays open until the stage is closed: were its memory given back when its worker
     * happens to be done, the query's peak would depend on which worker was faster.
     */
    @Override
    public void close() {
      // see above
    }
  }
}
