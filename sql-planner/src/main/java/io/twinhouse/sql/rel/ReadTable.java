// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.sql.type.EngineTypeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table. Analysis reads all columns, and the row is all of {@link #reads()} in order;
 * trimming, the last step before lowering, leaves those that are used, adds paths of JSON columns,
 * and keeps what only the filter needs out of the row.
 */
public final class ReadTable extends AbstractRelNode {

  private final Source source;
  private final List<ColumnRead> reads;
  private final @Nullable RexNode filter;
  private final List<Integer> output;

  /**
   * What is read.
   *
   * @param alias how the query calls the table; the table's own name when it has no alias
   * @param aliased whether the query gave the alias
   * @param finalRead only the newest version of each key
   * @param sample SAMPLE as written, or null
   */
  public record Source(
      Table table, String alias, boolean aliased, boolean finalRead, @Nullable String sample) {}

  private ReadTable(
      RelOptCluster cluster,
      Source source,
      List<ColumnRead> reads,
      @Nullable RexNode filter,
      List<Integer> output) {
    super(cluster, cluster.traitSet());
    this.source = source;
    this.reads = List.copyOf(reads);
    this.filter = filter;
    this.output = List.copyOf(output);
  }

  /**
   * A read.
   *
   * @param filter a condition over {@code reads}, null for all rows
   */
  public static ReadTable of(
      RelOptCluster cluster, Source source, List<ColumnRead> reads, @Nullable RexNode filter) {
    List<Integer> all = IntStream.range(0, reads.size()).boxed().toList();
    return new ReadTable(cluster, source, reads, filter, all);
  }

  /** The same read of other columns: {@code output} are those of {@code newReads} in the row. */
  public ReadTable trimmed(
      List<ColumnRead> newReads, @Nullable RexNode newFilter, List<Integer> newOutput) {
    return new ReadTable(getCluster(), source, newReads, newFilter, newOutput);
  }

  /** Positions in {@link #reads()} that make the row; all of them before trimming. */
  public List<Integer> output() {
    return output;
  }

  public Source source() {
    return source;
  }

  public List<ColumnRead> reads() {
    return reads;
  }

  /** Rows for which this BOOLEAN over {@link #reads()} is not true are dropped; null keeps all. */
  public @Nullable RexNode filter() {
    return filter;
  }

  public ReadTable withFilter(@Nullable RexNode newFilter) {
    return new ReadTable(getCluster(), source, reads, newFilter, output);
  }

  public ReadTable withSource(Source newSource) {
    return new ReadTable(getCluster(), newSource, reads, filter, output);
  }

  /** The position of a whole column in the row, or -1. */
  public int indexOf(String column) {
    for (int i = 0; i < reads.size(); i++) {
      if (reads.get(i).path().isEmpty() && reads.get(i).column().equals(column)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  protected RelDataType deriveRowType() {
    List<String> names = new ArrayList<>();
    for (int read : output) {
      names.add(name(reads.get(read)));
    }
    EngineTypeFactory types = (EngineTypeFactory) getCluster().getTypeFactory();
    return types.row(names, output.stream().map(i -> reads.get(i).type()).toList());
  }

  private static String name(ColumnRead read) {
    return read.path().isEmpty()
        ? read.column()
        : read.column() + "." + String.join(".", read.path()) + (read.exact() ? "." : "");
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new ReadTable(getCluster(), source, reads, filter, output);
  }

  @Override
  public RelNode accept(RexShuttle shuttle) {
    RexNode changed = filter == null ? null : filter.accept(shuttle);
    return changed == filter ? this : withFilter(changed);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("table", source.table().definition().name())
        .itemIf("alias", source.alias(), source.aliased())
        // tables of one name that are not the same: numbers(2) and numbers(3)
        .itemIf("identity", System.identityHashCode(source.table()), Digests.isDigest(writer))
        .item(
            "reads",
            reads.stream()
                .map(r -> r.path().isEmpty() ? r.column() : name(r) + ":" + r.type().name())
                .collect(Collectors.joining(", ", "[", "]")))
        .itemIf("filter", filter, filter != null)
        .itemIf("output", output, output.size() < reads.size())
        .itemIf("final", true, source.finalRead())
        .itemIf("sample", source.sample(), source.sample() != null);
  }
}
