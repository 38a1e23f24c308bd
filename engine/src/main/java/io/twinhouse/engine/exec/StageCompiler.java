// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import io.twinhouse.engine.exec.operator.GatherStage;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.operator.TimedStage;
import io.twinhouse.engine.exec.operator.aggregate.AggregateStage;
import io.twinhouse.engine.exec.operator.aggregate.CountedStage;
import io.twinhouse.engine.exec.operator.aggregate.DistinctStage;
import io.twinhouse.engine.exec.operator.aggregate.GroupOrder;
import io.twinhouse.engine.exec.operator.aggregate.RunAggregateStage;
import io.twinhouse.engine.exec.operator.array.ArrayJoinStage;
import io.twinhouse.engine.exec.operator.fill.FillStage;
import io.twinhouse.engine.exec.operator.join.JoinStage;
import io.twinhouse.engine.exec.operator.limit.LimitByStage;
import io.twinhouse.engine.exec.operator.limit.LimitStage;
import io.twinhouse.engine.exec.operator.limit.PortionStage;
import io.twinhouse.engine.exec.operator.pair.PairShape;
import io.twinhouse.engine.exec.operator.pair.PairStage;
import io.twinhouse.engine.exec.operator.project.FilterStage;
import io.twinhouse.engine.exec.operator.project.ProjectStage;
import io.twinhouse.engine.exec.operator.scan.ScanStage;
import io.twinhouse.engine.exec.operator.scan.ValuesStage;
import io.twinhouse.engine.exec.operator.set.SetOperationStage;
import io.twinhouse.engine.exec.operator.set.UnionStage;
import io.twinhouse.engine.exec.operator.sort.SortStage;
import io.twinhouse.engine.exec.operator.window.WindowStage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.exec.task.SizeLimit;
import io.twinhouse.engine.exec.task.StateLimits;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.expression.ExpressionRewriter;
import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.PlanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plan nodes to stages, from the root down, so that figures stand in plan order. */
final class StageCompiler {

  private final QueryContext query;

  private final StateLimits limits;
  private final LooseGroups order;
  private final AskedResults asked;
  private final RowsBeforeLimit beforeLimit;

  /** What the node that is being compiled needs of a scan right below it. */
  private @Nullable NeededRows needed;

  /** The scan that was told of it. */
  private @Nullable ScanStage omitting;

  private StageCompiler(
      QueryContext query, LooseGroups order, AskedResults asked, RowsBeforeLimit beforeLimit) {
    this.query = query;
    limits = query.limits().states();
    this.order = order;
    this.asked = asked;
    this.beforeLimit = beforeLimit;
  }

  /** The stage of a whole plan. */
  static Stage compile(PlanNode node, QueryContext query, RowsBeforeLimit beforeLimit) {
    StageCompiler compiler =
        new StageCompiler(query, new LooseGroups(node), new AskedResults(node), beforeLimit);
    Stage stage = compiler.compile(node, 0, null);
    return compiler.isWorkedInRuns(node)
        ? new GatherStage(query, stage, node.schema().types())
        : stage;
  }

  /** Whether partitions may still have much to do when their rows are read. */
  private boolean isWorkedInRuns(PlanNode node) {
    if (node instanceof PlanNode.Project || node instanceof PlanNode.Filter) {
      return isWorkedInRuns(node.inputs().get(0));
    }
    return node instanceof PlanNode.Aggregate aggregate && apartScan(aggregate) != null;
  }

  /**
   * @param having a condition on the node's columns that rows counted for totals must fulfil
   */
  private Stage compile(PlanNode node, int depth, @Nullable Expression having) {
    int below = depth + 1;
    if (node instanceof PlanNode.Scan scan) {
      OperatorFigure figure = figure("MergeTreeSelect(" + scan.alias() + ")", depth);
      return timed(scanned(scan, figure), figure);
    }
    if (node instanceof PlanNode.Values values) {
      OperatorFigure figure = figure("SourceFromSingleChunk", depth);
      return timed(new ValuesStage(values.rows(), figure), figure);
    }
    if (node instanceof PlanNode.Filter filter) {
      OperatorFigure figure = figure("FilterTransform", depth);
      Stage input = compile(filter.input(), below, filter.predicate());
      return timed(
          new FilterStage(input, filter.schema().types(), filter.predicate(), figure), figure);
    }
    if (node instanceof PlanNode.Project project) {
      OperatorFigure figure = figure("ExpressionTransform", depth);
      Expression inlined =
          having == null ? null : ExpressionRewriter.inline(having, project.expressions());
      Stage input = compile(project.input(), below, inlined);
      return timed(new ProjectStage(query, input, project.expressions(), figure), figure);
    }
    if (node instanceof PlanNode.Aggregate aggregate) {
      OperatorFigure figure = figure("AggregatingTransform", depth);
      PlanNode.Scan scan = apartScan(aggregate);
      if (scan != null) {
        return timed(compileRuns(aggregate, scan, below, figure), figure);
      }
      return compileAggregate(aggregate, depth, having, figure);
    }
    return compileOrdering(node, depth, having);
  }

  private Stage compileAggregate(
      PlanNode.Aggregate node, int depth, @Nullable Expression having, OperatorFigure figure) {
    NeededRows rows = mayOmit() ? NeededRows.of(node) : null;
    needed = rows;
    omitting = null;
    Stage input = compileGrouped(node.input(), depth + 1);
    ScanStage scan = omitting;
    omitting = null;
    Stage groups =
        new AggregateStage(
            query, input, asked.of(node), having, orderOf(node), groupLimit(node), figure);
    if (rows != null && scan != null && !rows.counts().isEmpty()) {
      groups = new CountedStage(groups, rows.counts(), scan::omittedRows);
    }
    return timed(groups, figure);
  }

  /** A limit of what is read counts all that there is to be read. */
  private boolean mayOmit() {
    return query.limits().reading().isNone() && query.granulesOneIn() == 1;
  }

  private ScanStage scanned(PlanNode.Scan scan, OperatorFigure figure) {
    NeededRows rows = needed;
    needed = null;
    if (rows == null || rows.scan() != scan) {
      omitting = null;
      return ScanStage.ofFirst(query, scan, List.of(), figure);
    }
    ScanStage stage = ScanStage.ofFirst(query, scan, rows.first(), figure);
    omitting = stage;
    return stage;
  }

  /** The scan whose order groups may follow; null where there is none or all must be known. */
  private PlanNode.@Nullable Scan apartScan(PlanNode.Aggregate node) {
    PlanNode input = node.input() instanceof PlanNode.Project p ? p.input() : node.input();
    boolean plain = node.groupingSets().isEmpty() && !node.totals() && !node.keys().isEmpty();
    return plain && limits.grouping().isNone() && input instanceof PlanNode.Scan scan ? scan : null;
  }

  /** An aggregation that forgets groups as soon as no more of their rows can come. */
  private Stage compileRuns(
      PlanNode.Aggregate node, PlanNode.Scan scan, int depth, OperatorFigure figure) {
    PlanNode.Project project = node.input() instanceof PlanNode.Project p ? p : null;
    OperatorFigure computed = project == null ? null : figure("ExpressionTransform", depth);
    OperatorFigure read =
        figure("MergeTreeSelect(" + scan.alias() + ")", project == null ? depth : depth + 1);
    List<Expression> columns = new ArrayList<>();
    for (int output : scan.output()) {
      columns.add(new Expression.InputRef(output, scan.reads().get(output).type()));
    }
    List<Expression> keys = new ArrayList<>();
    for (int key : node.keys()) {
      keys.add(
          project == null
              ? columns.get(key)
              : ExpressionRewriter.inline(project.expressions().get(key), columns));
    }
    ScanStage source = new ScanStage(query, scan, keys, read);
    Stage input = timed(source, read);
    if (project != null && computed != null) {
      input = timed(new ProjectStage(query, input, project.expressions(), computed), computed);
    }
    return new RunAggregateStage(query, source, input, asked.of(node), orderOf(node), figure);
  }

  private GroupOrder orderOf(PlanNode.Aggregate node) {
    return new GroupOrder(order.isLoose(node), order.isMixed(node));
  }

  /** Each of several grouping sets ends where its own groups are too many. */
  private SizeLimit groupLimit(PlanNode.Aggregate node) {
    SizeLimit limit = known(limits.grouping(), node.input());
    return node.groupingSets().isEmpty() ? limit : limit.orRefusal();
  }

  /** The server holds no cross join to a limit. */
  private SizeLimit joinLimit(PlanNode.Join node) {
    return node.kind() == JoinKind.CROSS ? SizeLimit.NONE : known(limits.joining(), node.right());
  }

  /** A limit of what an operator takes from an input, which cuts where the server's does. */
  private static SizeLimit known(SizeLimit limit, PlanNode input) {
    PlanNode node = input;
    while (node instanceof PlanNode.Project project) {
      node = project.input();
    }
    boolean blocks = node instanceof PlanNode.Scan scan && scan.table().readsBlocks();
    return blocks ? limit : limit.orRefusal();
  }

  /** What an aggregation reads, in whatever order it comes. */
  private Stage compileGrouped(PlanNode node, int depth) {
    if (node instanceof PlanNode.Project project
        && limits.distinct().isNone()
        && PairShape.of(project.input()) != null) {
      OperatorFigure figure = figure("ExpressionTransform", depth);
      Stage input = compileGrouped(project.input(), depth + 1);
      return timed(new ProjectStage(query, input, project.expressions(), figure), figure);
    }
    PairShape pairs = limits.distinct().isNone() ? PairShape.of(node) : null;
    if (pairs == null) {
      return compile(node, depth, null);
    }
    OperatorFigure figure = figure("DistinctTransform", depth);
    Stage input = compile(pairs.input(), depth + 1, null);
    return timed(new PairStage(query, input, pairs, List.of(), rows -> rows, figure), figure);
  }

  /** A window that asks for the number before among distinct pairs. */
  private Stage compileLag(PlanNode.Window window, PairShape pairs, int depth) {
    OperatorFigure figure = figure("WindowTransform", depth);
    OperatorFigure distinct = figure("DistinctTransform", depth + 1);
    Stage input = compile(pairs.input(), depth + 2, null);
    PlanNode.Project between = (PlanNode.Project) window.input();
    List<Expression> lagged = new ArrayList<>(between.expressions());
    for (int i = 0; i < window.calls().size(); i++) {
      lagged.add(new Expression.InputRef(2 + i, window.calls().get(i).type()));
    }
    List<Boolean> lags = window.calls().stream().map(call -> call.type().isNullable()).toList();
    Stage numbered =
        timed(
            new PairStage(
                query, input, pairs, lags, rows -> plainLag(window, rows, figure), distinct),
            distinct);
    return timed(new ProjectStage(query, numbered, lagged, figure), figure);
  }

  /** The columns of the pairs, then those of the window: what stands for a lag without pages. */
  private Stage plainLag(PlanNode.Window window, Stage pairs, OperatorFigure figure) {
    PlanNode.Project between = (PlanNode.Project) window.input();
    int width = between.expressions().size();
    List<Expression> columns = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int column = i;
      int at =
          IntStream.range(0, width)
              .filter(e -> isColumn(between.expressions().get(e), column))
              .findFirst()
              .orElseThrow();
      columns.add(new Expression.InputRef(at, between.schema().type(at)));
    }
    for (int i = 0; i < window.calls().size(); i++) {
      columns.add(new Expression.InputRef(width + i, window.calls().get(i).type()));
    }
    Stage computed = new ProjectStage(query, pairs, between.expressions(), figure);
    Stage windowed = new WindowStage(query, computed, window, figure, figure);
    return timed(new ProjectStage(query, windowed, columns, figure), figure);
  }

  private static boolean isColumn(Expression expression, int column) {
    return expression instanceof Expression.InputRef ref && ref.index() == column;
  }

  private Stage compileOrdering(PlanNode node, int depth, @Nullable Expression having) {
    int below = depth + 1;
    if (node instanceof PlanNode.Sort sort) {
      OperatorFigure figure = figure("MergeSortingTransform", depth);
      needed = mayOmit() && limits.sorting().isNone() ? NeededRows.of(sort) : null;
      omitting = null;
      Stage input = compile(sort.input(), below, having);
      ScanStage scan = omitting;
      omitting = null;
      return timed(
          new SortStage(
              query,
              beforeLimit.counted(sort, input, scan == null ? () -> 0 : scan::omittedRows),
              sort,
              known(limits.sorting(), sort.input()),
              figure),
          figure);
    }
    if (node instanceof PlanNode.Limit limit) {
      OperatorFigure figure = figure("Limit", depth);
      Stage input = counted(limit, limited(limit, below));
      return timed(new LimitStage(input, limit, figure), figure);
    }
    if (node instanceof PlanNode.Portion portion) {
      OperatorFigure figure = figure("Limit", depth);
      Stage input = counted(portion, compile(portion.input(), below, null));
      return timed(new PortionStage(query, input, portion, figure), figure);
    }
    if (node instanceof PlanNode.LimitBy limit) {
      OperatorFigure figure = figure("LimitByTransform", depth);
      return timed(
          new LimitByStage(query, compile(limit.input(), below, null), limit, figure), figure);
    }
    if (node instanceof PlanNode.Fill fill) {
      OperatorFigure figure = figure("FillingTransform", depth);
      return timed(new FillStage(query, compile(fill.input(), below, null), fill, figure), figure);
    }
    if (node instanceof PlanNode.Distinct distinct) {
      OperatorFigure figure = figure("DistinctTransform", depth);
      return timed(
          new DistinctStage(
              query,
              compile(distinct.input(), below, null),
              distinct,
              known(limits.distinct(), distinct.input()),
              figure),
          figure);
    }
    if (node instanceof PlanNode.Window window) {
      PairShape pairs = PairShape.under(window);
      if (pairs != null && limits.distinct().isNone() && limits.sorting().isNone()) {
        return compileLag(window, pairs, depth);
      }
      OperatorFigure figure = figure("WindowTransform", depth);
      OperatorFigure sorting = figure("MergeSortingTransform", below);
      Stage input = counted(window, compile(window.input(), below + 1, null));
      return timed(new WindowStage(query, input, window, figure, sorting), figure);
    }
    return compileMany(node, depth);
  }

  /** What a limit chooses from: of LIMIT 0 nothing is read, unless totals are asked for. */
  private Stage limited(PlanNode.Limit limit, int depth) {
    if (limit.limit() > 0 || hasTotals(limit.input())) {
      return compile(limit.input(), depth, null);
    }
    OperatorFigure figure = figure("NullSource", depth);
    return timed(ValuesStage.ofNothing(limit.schema().types(), figure), figure);
  }

  private static boolean hasTotals(PlanNode node) {
    boolean own = node instanceof PlanNode.Aggregate aggregate && aggregate.totals();
    return own || node.inputs().stream().anyMatch(StageCompiler::hasTotals);
  }

  private Stage compileMany(PlanNode node, int depth) {
    int below = depth + 1;
    if (node instanceof PlanNode.Join join) {
      OperatorFigure probe = figure("JoiningTransform", depth);
      OperatorFigure build = figure("FillingRightJoinSide", depth);
      Stage left = compile(join.left(), below, null);
      return timed(
          new JoinStage(
              query,
              left,
              new JoinStage.RightSide(
                  compile(join.right(), below, null), order.isMixed(join), joinLimit(join)),
              join,
              probe,
              build),
          probe);
    }
    if (node instanceof PlanNode.UnionAll union) {
      figure("Union", depth);
      List<Stage> inputs =
          union.inputs().stream().map(input -> compile(input, below, null)).toList();
      return new UnionStage(inputs);
    }
    if (node instanceof PlanNode.SetOperation set) {
      OperatorFigure figure = figure("IntersectOrExceptTransform", depth);
      Stage left = compile(set.left(), below, null);
      return timed(
          new SetOperationStage(query, left, compile(set.right(), below, null), set, figure),
          figure);
    }
    if (node instanceof PlanNode.ArrayJoin join) {
      OperatorFigure figure = figure("ArrayJoinTransform", depth);
      return timed(
          new ArrayJoinStage(query, compile(join.input(), below, null), join, figure), figure);
    }
    throw new IllegalStateException("no operator for " + node.getClass().getSimpleName());
  }

  private Stage counted(PlanNode node, Stage input) {
    return beforeLimit.counted(node, input, () -> 0);
  }

  private static Stage timed(Stage stage, OperatorFigure figure) {
    return new TimedStage(stage, figure);
  }

  private OperatorFigure figure(String operator, int depth) {
    return query.figure(operator, depth);
  }
}
