// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rule;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.plan.FillKey;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.sql.rel.ConstantRows;
import io.twinhouse.sql.rel.DistinctRows;
import io.twinhouse.sql.rel.FillRows;
import io.twinhouse.sql.rel.GroupingSetsAggregate;
import io.twinhouse.sql.rel.JoinTables;
import io.twinhouse.sql.rel.LimitByKeys;
import io.twinhouse.sql.rel.LimitRows;
import io.twinhouse.sql.rel.PortionRows;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.RecursiveRows;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rel.UnnestArrays;
import io.twinhouse.sql.rel.WindowColumns;
import io.twinhouse.sql.type.EngineTypeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;

/** Goes from the root down and leaves each node the columns that are used above it. */
final class ColumnTrimmer {

  private final RexFactory rex;

  /** A trimmed node, and where each use is in its row; there may be more columns. */
  private record Trimmed(RelNode rel, Map<FieldUse, Integer> positions) {

    List<Integer> of(List<Integer> columns) {
      return at(columns.stream().map(FieldUse::of).toList());
    }

    List<Integer> at(Collection<FieldUse> uses) {
      return uses.stream().map(use -> FieldUses.position(use, positions)).toList();
    }
  }

  ColumnTrimmer(RexFactory rex) {
    this.rex = rex;
  }

  /** A root keeps all its columns, in order. */
  RelNode trimRoot(RelNode root) {
    return exactly(root, whole(columns(root)));
  }

  private static List<Integer> columns(RelNode node) {
    return IntStream.range(0, node.getRowType().getFieldCount()).boxed().toList();
  }

  private static Set<FieldUse> whole(List<Integer> columns) {
    Set<FieldUse> uses = new LinkedHashSet<>();
    columns.forEach(c -> uses.add(FieldUse.of(c)));
    return uses;
  }

  /** The node with exactly the uses as its row. */
  private RelNode exactly(RelNode node, Set<FieldUse> uses) {
    Trimmed trimmed = trim(node, uses);
    if (!trimmed.positions().keySet().containsAll(uses)) {
      return computed(node, trimmed, uses);
    }
    List<Integer> wanted = trimmed.at(uses);
    return wanted.equals(columns(trimmed.rel()))
        ? trimmed.rel()
        : Relations.choose(trimmed.rel(), wanted);
  }

  /** The uses, those of paths taken of values that are there whole. */
  private RelNode computed(RelNode node, Trimmed trimmed, Set<FieldUse> uses) {
    List<RexNode> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (FieldUse use : uses) {
      RelDataTypeField field = node.getRowType().getFieldList().get(use.column());
      RexNode whole = new RexInputRef(use.column(), field.getType());
      columns.add(FieldUses.replace(FieldUses.apply(use, whole, rex), trimmed.positions()));
      names.add(field.getName());
    }
    return Relations.project(trimmed.rel(), columns, names);
  }

  /** Each use, or at least the column that it is of, has a position in the result. */
  private Trimmed trim(RelNode node, Set<FieldUse> uses) {
    if (node instanceof ReadTable read) {
      return read(read, uses);
    }
    if (node instanceof LogicalProject project) {
      return project(project, uses);
    }
    if (node instanceof LogicalFilter filter) {
      return filter(filter, uses);
    }
    if (node instanceof LogicalAggregate aggregate) {
      return aggregate(aggregate, uses);
    }
    if (node instanceof GroupingSetsAggregate aggregate) {
      return aggregate(aggregate, uses);
    }
    if (node instanceof LogicalJoin || node instanceof JoinTables) {
      return join(node, uses);
    }
    if (node instanceof WindowColumns windows) {
      return windows(windows, uses);
    }
    if (node instanceof LogicalValues
        || node instanceof ConstantRows rows && rows.rows().rows() == 0) {
      return nothing(node, uses);
    }
    return node.getInputs().isEmpty() ? rows(node) : other(node, uses);
  }

  /** What a condition that no row fulfils leaves: no value at a path of JSON either. */
  private static Trimmed nothing(RelNode node, Set<FieldUse> uses) {
    Schema all = EngineTypeFactory.schema(node.getRowType());
    List<Field> fields = new ArrayList<>();
    for (FieldUse use : uses) {
      Field field = all.fields().get(use.column());
      fields.add(new Field(field.name(), use.typeWithin(field.type())));
    }
    ConstantRows none = ConstantRows.none(node.getCluster(), new Schema(fields));
    return new Trimmed(none, inOrder(uses));
  }

  private Trimmed other(RelNode node, Set<FieldUse> uses) {
    if (node instanceof LogicalSort sort) {
      List<Integer> keys = sort.getCollation().getKeys();
      Trimmed input = trim(sort.getInput(), plus(uses, keys));
      return new Trimmed(
          Relations.sort(input.rel(), moved(sort.getCollation(), input)), input.positions());
    }
    if (node instanceof LimitRows limit) {
      Trimmed input = trim(limit.getInput(), plus(uses, limit.ties().getKeys()));
      RelCollation ties = moved(limit.ties(), input);
      return new Trimmed(
          LimitRows.of(input.rel(), limit.offset(), limit.limit(), ties), input.positions());
    }
    if (node instanceof PortionRows portion) {
      Trimmed input = trim(portion.getInput(), plus(uses, portion.ties().getKeys()));
      RelCollation ties = moved(portion.ties(), input);
      return new Trimmed(
          PortionRows.of(input.rel(), portion.offset(), portion.limit(), ties), input.positions());
    }
    if (node instanceof LimitByKeys limit) {
      Trimmed input = trim(limit.getInput(), plus(uses, limit.keys()));
      return new Trimmed(
          LimitByKeys.of(input.rel(), input.of(limit.keys()), limit.offset(), limit.limit()),
          input.positions());
    }
    if (node instanceof FillRows fill) {
      return fill(fill, uses);
    }
    if (node instanceof DistinctRows distinct) {
      Trimmed input = trim(distinct.getInput(), plus(uses, distinct.keys()));
      return new Trimmed(
          DistinctRows.of(input.rel(), input.of(distinct.keys())), input.positions());
    }
    if (node instanceof UnnestArrays unnest) {
      Trimmed input = trim(unnest.getInput(), making(uses, unnest.arrays()));
      return new Trimmed(
          UnnestArrays.of(input.rel(), input.of(unnest.arrays()), unnest.isOuter()),
          input.positions());
    }
    if (node instanceof LogicalUnion union) {
      List<RelNode> inputs = union.getInputs().stream().map(input -> exactly(input, uses)).toList();
      return new Trimmed(Relations.unionAll(inputs), inOrder(uses));
    }
    if (node instanceof SetOp || node instanceof RecursiveRows) {
      List<RelNode> inputs =
          node.getInputs().stream().map(input -> exactly(input, whole(columns(input)))).toList();
      RelNode trimmed = node.copy(node.getTraitSet(), inputs);
      return new Trimmed(trimmed, inOrder(whole(columns(node))));
    }
    throw new IllegalStateException("no way to trim " + node.getRelTypeName());
  }

  private Trimmed fill(FillRows fill, Set<FieldUse> uses) {
    List<Integer> needed = new ArrayList<>(fill.prefix());
    fill.keys().forEach(key -> needed.add(key.column()));
    requireSeen(fill, uses, needed);
    fill.computed().forEach(c -> needed.add(c.column()));
    Set<FieldUse> read = new LinkedHashSet<>(uses);
    fill.computed().forEach(c -> FieldUses.collect(c.value(), read));
    Trimmed input = trim(fill.getInput(), making(read, needed));
    List<FillRows.Interpolated> computed = new ArrayList<>();
    for (FillRows.Interpolated c : fill.computed()) {
      RexNode value = FieldUses.replace(c.value(), input.positions());
      computed.add(new FillRows.Interpolated(input.of(List.of(c.column())).get(0), value));
    }
    List<FillKey> keys =
        fill.keys().stream()
            .map(key -> new FillKey(input.of(List.of(key.column())).get(0), key.grid()))
            .toList();
    return new Trimmed(
        FillRows.of(input.rel(), keys, input.of(fill.prefix()), computed), input.positions());
  }

  /**
   * Refuses to interpolate by what is computed and of no use else: the server then computes it anew
   * from the defaults of an added row.
   */
  private static void requireSeen(FillRows fill, Set<FieldUse> uses, List<Integer> keys) {
    Set<Integer> seen = new HashSet<>(keys);
    uses.forEach(use -> seen.add(use.column()));
    List<RexNode> made = FillRows.made(fill.getInput());
    for (FillRows.Interpolated c : fill.computed()) {
      Set<FieldUse> read = new LinkedHashSet<>();
      FieldUses.collect(c.value(), read);
      for (FieldUse use : read) {
        int column = use.column();
        boolean bare = column < made.size() && made.get(column) instanceof RexInputRef;
        if (seen.contains(c.column()) && !seen.contains(column) && !bare) {
          throw new TwinhouseException(
              ErrorCode.NOT_IMPLEMENTED,
              "INTERPOLATE by a column that the outer query leaves out is not supported");
        }
      }
    }
  }

  private static Map<FieldUse, Integer> inOrder(Set<FieldUse> uses) {
    Map<FieldUse, Integer> positions = new LinkedHashMap<>();
    uses.forEach(use -> positions.put(use, positions.size()));
    return positions;
  }

  private static Set<FieldUse> plus(Set<FieldUse> uses, List<Integer> columns) {
    Set<FieldUse> all = new LinkedHashSet<>(uses);
    all.addAll(whole(columns));
    return all;
  }

  /**
   * As {@link #plus}, of a node that makes values of the columns itself: a path or a cast of such a
   * value is no path of what the node reads, so the column is used whole.
   */
  private static Set<FieldUse> making(Set<FieldUse> uses, List<Integer> columns) {
    Set<FieldUse> all = new LinkedHashSet<>();
    uses.forEach(use -> all.add(columns.contains(use.column()) ? use.whole() : use));
    all.addAll(whole(columns));
    return all;
  }

  private static RelCollation moved(RelCollation order, Trimmed input) {
    List<RelFieldCollation> keys = new ArrayList<>();
    for (RelFieldCollation key : order.getFieldCollations()) {
      keys.add(key.withFieldIndex(input.of(List.of(key.getFieldIndex())).get(0)));
    }
    return RelCollations.of(keys);
  }

  /** A column is read as it is; casts within it are of paths alone, which stores alone know. */
  private static Set<FieldUse> readable(ReadTable read, Set<FieldUse> uses) {
    boolean whole = !read.source().table().filters();
    Set<FieldUse> readable = new LinkedHashSet<>();
    uses.forEach(use -> readable.add(whole || use.path().isEmpty() ? use.whole() : use));
    return readable;
  }

  private Trimmed read(ReadTable read, Set<FieldUse> wanted) {
    Set<FieldUse> uses = readable(read, wanted);
    Map<FieldUse, Integer> positions = new LinkedHashMap<>();
    List<ColumnRead> reads = new ArrayList<>();
    Map<FieldUse, Integer> output = new LinkedHashMap<>();
    for (FieldUse use : uses) {
      output.put(use, output.size());
      place(read, use, reads, positions);
    }
    RexNode filter = read.filter();
    if (filter != null) {
      Set<FieldUse> filtered = new LinkedHashSet<>();
      FieldUses.collect(filter, filtered);
      readable(read, filtered).forEach(use -> place(read, use, reads, positions));
      filter = FieldUses.replace(filter, positions);
    }
    List<Integer> row = uses.stream().map(use -> FieldUses.position(use, positions)).toList();
    return new Trimmed(read.trimmed(reads, filter, row), output);
  }

  private static void place(
      ReadTable read, FieldUse use, List<ColumnRead> reads, Map<FieldUse, Integer> positions) {
    ColumnRead column = read.reads().get(use.column());
    ColumnRead wanted =
        use.path().isEmpty()
            ? column
            : new ColumnRead(
                column.column(), use.path(), use.typeWithin(column.type()), use.exact());
    int known = reads.indexOf(wanted);
    if (known < 0) {
      known = reads.size();
      reads.add(wanted);
    }
    positions.put(use, known);
  }

  private static Trimmed rows(RelNode rows) {
    return new Trimmed(rows, inOrder(whole(columns(rows))));
  }

  private Trimmed project(LogicalProject project, Set<FieldUse> uses) {
    List<RexNode> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Set<FieldUse> inputUses = new LinkedHashSet<>();
    for (FieldUse use : uses) {
      RexNode column = FieldUses.apply(use, project.getProjects().get(use.column()), rex);
      FieldUses.collect(column, inputUses);
      columns.add(column);
      names.add(project.getRowType().getFieldNames().get(use.column()));
    }
    Trimmed input = trim(project.getInput(), inputUses);
    if (uses.isEmpty()) {
      return input;
    }
    List<RexNode> replaced =
        columns.stream().map(c -> FieldUses.replace(c, input.positions())).toList();
    return new Trimmed(Relations.project(input.rel(), replaced, names), inOrder(uses));
  }

  private Trimmed filter(LogicalFilter filter, Set<FieldUse> uses) {
    Set<FieldUse> inputUses = new LinkedHashSet<>(uses);
    FieldUses.collect(filter.getCondition(), inputUses);
    Trimmed input = trim(filter.getInput(), inputUses);
    RexNode condition = FieldUses.replace(filter.getCondition(), input.positions());
    return new Trimmed(Relations.filter(input.rel(), condition), input.positions());
  }

  private Trimmed aggregate(LogicalAggregate aggregate, Set<FieldUse> uses) {
    List<Integer> keys = aggregate.getGroupSet().asList();
    Calls calls = new Calls(aggregate.getAggCallList(), keys, uses);
    RelNode input = exactly(aggregate.getInput(), whole(calls.columns));
    return new Trimmed(Relations.aggregate(input, keys.size(), calls.moved()), calls.positions);
  }

  private Trimmed aggregate(GroupingSetsAggregate aggregate, Set<FieldUse> uses) {
    Calls calls = new Calls(aggregate.calls(), aggregate.keys(), uses);
    RelNode input = exactly(aggregate.getInput(), whole(calls.columns));
    List<Integer> keys = IntStream.range(0, aggregate.keys().size()).boxed().toList();
    RelNode trimmed =
        GroupingSetsAggregate.of(
            input, keys, aggregate.sets(), aggregate.hasTotals(), calls.moved());
    if (aggregate.sets().size() > 1) {
      int setColumn = aggregate.keys().size() + aggregate.calls().size();
      calls.positions.put(FieldUse.of(setColumn), trimmed.getRowType().getFieldCount() - 1);
    }
    return new Trimmed(trimmed, calls.positions);
  }

  /** The aggregates that are used, over an input of keys and arguments alone. */
  private static final class Calls {
    private final List<Integer> columns;
    private final List<AggregateCall> kept = new ArrayList<>();
    private final Map<FieldUse, Integer> positions = new LinkedHashMap<>();

    Calls(List<AggregateCall> calls, List<Integer> keys, Set<FieldUse> uses) {
      Set<Integer> input = new LinkedHashSet<>(keys);
      for (int i = 0; i < keys.size(); i++) {
        positions.put(FieldUse.of(i), i);
      }
      for (int i = 0; i < calls.size(); i++) {
        FieldUse use = FieldUse.of(keys.size() + i);
        if (uses.stream().map(FieldUse::whole).anyMatch(use::equals)) {
          positions.put(use, keys.size() + kept.size());
          kept.add(calls.get(i));
          input.addAll(calls.get(i).getArgList());
        }
      }
      columns = List.copyOf(input);
    }

    List<AggregateCall> moved() {
      return kept.stream()
          .map(call -> call.withArgList(call.getArgList().stream().map(columns::indexOf).toList()))
          .toList();
    }
  }

  private Trimmed windows(WindowColumns windows, Set<FieldUse> uses) {
    int width = windows.getInput().getRowType().getFieldCount();
    Set<FieldUse> inputUses = new LinkedHashSet<>();
    List<WindowColumns.Call> kept = new ArrayList<>();
    Set<FieldUse> results = new LinkedHashSet<>();
    for (FieldUse use : uses) {
      if (use.column() < width) {
        inputUses.add(use);
      } else {
        results.add(use.whole());
      }
    }
    for (FieldUse result : results) {
      WindowColumns.Call call = windows.calls().get(result.column() - width);
      kept.add(call);
      inputUses.addAll(whole(call.arguments()));
    }
    if (kept.isEmpty()) {
      return trim(windows.getInput(), inputUses);
    }
    inputUses.addAll(whole(windows.partitionBy()));
    inputUses.addAll(whole(windows.orderBy().getKeys()));
    Trimmed input = trim(windows.getInput(), inputUses);
    List<WindowColumns.Call> calls =
        kept.stream()
            .map(
                c ->
                    new WindowColumns.Call(
                        c.name(), c.aggregate(), input.of(c.arguments()), c.frame(), c.type()))
            .toList();
    Map<FieldUse, Integer> positions = new LinkedHashMap<>(input.positions());
    int inputWidth = input.rel().getRowType().getFieldCount();
    for (FieldUse result : results) {
      positions.put(result, inputWidth + positions.size() - input.positions().size());
    }
    RelNode trimmed =
        WindowColumns.of(
            input.rel(), input.of(windows.partitionBy()), moved(windows.orderBy(), input), calls);
    return new Trimmed(trimmed, positions);
  }

  private Trimmed join(RelNode join, Set<FieldUse> uses) {
    int width = join.getInput(0).getRowType().getFieldCount();
    RexNode condition =
        join instanceof LogicalJoin inner ? inner.getCondition() : ((JoinTables) join).condition();
    Set<FieldUse> all = new LinkedHashSet<>(uses);
    FieldUses.collect(condition, all);
    Set<FieldUse> left = new LinkedHashSet<>();
    Set<FieldUse> right = new LinkedHashSet<>();
    for (FieldUse use : all) {
      if (use.column() < width) {
        left.add(use);
      } else {
        right.add(use.at(use.column() - width));
      }
    }
    Trimmed leftInput = trim(join.getInput(0), left);
    Trimmed rightInput = trim(join.getInput(1), right);
    Map<FieldUse, Integer> positions = new LinkedHashMap<>(leftInput.positions());
    positions.keySet().removeIf(use -> use.column() >= width);
    int leftWidth = leftInput.rel().getRowType().getFieldCount();
    rightInput
        .positions()
        .forEach((use, at) -> positions.put(use.at(use.column() + width), leftWidth + at));
    RexNode moved = FieldUses.replace(condition, positions);
    RelNode trimmed =
        join instanceof JoinTables other
            ? JoinTables.of(leftInput.rel(), rightInput.rel(), other.style(), moved)
            : Relations.innerJoin(leftInput.rel(), rightInput.rel(), moved);
    return new Trimmed(trimmed, positions);
  }
}
