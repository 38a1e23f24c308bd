// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rewrite;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Note;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.sql.rel.AggregateOperator;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.RelQuery;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.type.EngineRelType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/**
 * Reads the newest version of each key without merging rows while reading: {@code FROM t FINAL}
 * becomes a grouping of the plain table by its sorting key, with {@code argMax} of all other
 * columns by the version. The columns travel as one tuple, since argMax passes over a NULL but not
 * over a tuple with a NULL in it. Conditions on the key alone stay below the grouping; all others
 * look at the newest version and go above it.
 *
 * <p>It comes last, when each scan reads just what the query uses. A table without a version column
 * or with a computed sorting key is refused.
 */
final class LatestByArgMax implements RewriteRule {

  private final boolean resolvedOnArrival;
  private final RexFactory rex;
  private final Consumer<Note> notes;

  /**
   * @param resolvedOnArrival whether the house knows the newest version of each key anyway
   */
  LatestByArgMax(boolean resolvedOnArrival, RexFactory rex, Consumer<Note> notes) {
    this.resolvedOnArrival = resolvedOnArrival;
    this.rex = rex;
    this.notes = notes;
  }

  @Override
  public RelQuery apply(RelQuery query) {
    return query.map(root -> TreeWalk.rebuild(root, this::group));
  }

  private RelNode group(RelNode node) {
    if (!(node instanceof ReadTable scan) || !scan.source().finalRead()) {
      return node;
    }
    if (resolvedOnArrival) {
      note(scan, "is read as FINAL: the newest versions are known here without grouping");
      return node;
    }
    VersionedKey key = VersionedKey.of(scan, LatestByArgMax::refuse);
    note(
        scan,
        "is grouped by "
            + key.columns()
            + " with argMax by "
            + key.version()
            + "; of two rows of one key and version it takes any, FINAL the one inserted last");
    return grouped(scan, key);
  }

  private RelNode grouped(ReadTable scan, VersionedKey key) {
    List<ColumnRead> carried =
        scan.reads().stream().filter(read -> !key.has(read)).distinct().toList();
    List<ColumnRead> payload = new ArrayList<>(carried);
    if (key.deleted() != null && !payload.contains(key.deleted())) {
      payload.add(key.deleted());
    }
    RelNode grouped = aggregate(plain(scan, key, payload), key, payload);
    List<RexNode> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (ColumnRead read : scan.reads()) {
      columns.add(newest(read, key, payload, grouped));
      names.add(read.column());
    }
    if (key.deleted() != null) {
      RexNode deleted = newest(key.deleted(), key, payload, grouped);
      grouped = Relations.filter(grouped, rex.truth(rex.call("equals", deleted, number(0))));
    }
    RelNode newest = Relations.project(grouped, columns, names);
    List<RexNode> above =
        RexFactory.conjuncts(scan.filter()).stream().filter(c -> !onKey(c, scan, key)).toList();
    return Relations.choose(Relations.filter(newest, rex.and(above)), scan.output());
  }

  /** The scan without FINAL: key columns, payload and version, filtered by the key alone. */
  private ReadTable plain(ReadTable scan, VersionedKey key, List<ColumnRead> payload) {
    List<ColumnRead> reads = new ArrayList<>(key.reads());
    reads.addAll(payload);
    if (!reads.contains(key.versionRead())) {
      reads.add(key.versionRead());
    }
    List<RexNode> below = new ArrayList<>();
    for (RexNode condition : RexFactory.conjuncts(scan.filter())) {
      if (onKey(condition, scan, key)) {
        below.add(
            condition.accept(
                new RexShuttle() {
                  @Override
                  public RexNode visitInputRef(RexInputRef column) {
                    ColumnRead read = scan.reads().get(column.getIndex());
                    return rex.input(reads.indexOf(read), read.type());
                  }
                }));
      }
    }
    List<Integer> all = IntStream.range(0, reads.size()).boxed().toList();
    ReadTable.Source source = scan.source();
    return scan.withSource(
            new ReadTable.Source(
                source.table(), source.alias(), source.aliased(), false, source.sample()))
        .trimmed(reads, below.isEmpty() ? null : rex.and(below), all);
  }

  private RelNode aggregate(ReadTable plain, VersionedKey key, List<ColumnRead> payload) {
    int keys = key.reads().size();
    if (payload.isEmpty()) {
      return Relations.aggregate(plain, keys, List.of());
    }
    List<RexNode> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < keys; i++) {
      columns.add(ScanCondition.column(plain, rex, i));
      names.add(key.reads().get(i).column());
    }
    List<RexNode> values = new ArrayList<>();
    payload.forEach(
        read -> values.add(ScanCondition.column(plain, rex, plain.reads().indexOf(read))));
    columns.add(rex.call("tuple", values));
    names.add("newest");
    columns.add(ScanCondition.column(plain, rex, plain.reads().indexOf(key.versionRead())));
    names.add("version");
    AggregateOperator argMax = rex.aggregate("argMax", List.of(), columns.subList(keys, keys + 2));
    AggregateCall call =
        Relations.call(
            argMax,
            List.of(keys, keys + 1),
            EngineRelType.of(argMax.bound().returnType()),
            "newest");
    return Relations.aggregate(Relations.project(plain, columns, names), keys, List.of(call));
  }

  private RexNode newest(
      ColumnRead read, VersionedKey key, List<ColumnRead> payload, RelNode grouped) {
    int position = key.reads().indexOf(read);
    if (position >= 0) {
      return rex.input(position, read.type());
    }
    int tuple = key.reads().size();
    RelDataTypeField row = grouped.getRowType().getFieldList().get(tuple);
    return rex.call(
        "tupleElement",
        rex.input(tuple, EngineRelType.typeOf(row.getType())),
        number(payload.indexOf(read) + 1));
  }

  private static boolean onKey(RexNode condition, ReadTable scan, VersionedKey key) {
    return RelOptUtil.InputFinder.bits(condition).asList().stream()
        .allMatch(column -> key.has(scan.reads().get(column)));
  }

  private RexNode number(int value) {
    return rex.constant(IntegerType.UINT8, LongColumn.of(value));
  }

  private void note(ReadTable scan, String what) {
    notes.accept(new Note("LatestByArgMax", "scan " + scan.source().alias() + " " + what));
  }

  private static TwinhouseException refuse(String why) {
    return new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS, "Can't read the newest versions by argMax: " + why);
  }
}
