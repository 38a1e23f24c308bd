// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.sql.type.EngineTypeFactory;
import java.util.List;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.type.RelDataType;

/** Rows known while planning: the one row that a SELECT without FROM reads, VALUES, catalogs. */
public final class ConstantRows extends AbstractRelNode {

  private final String text;
  private final Schema schema;
  private final Batch rows;

  private ConstantRows(RelOptCluster cluster, String text, Schema schema, Batch rows) {
    super(cluster, cluster.traitSet());
    this.text = text;
    this.schema = schema;
    this.rows = rows;
  }

  /**
   * Rows.
   *
   * @param text what they are, as ClickHouse would write it in FROM ({@code system.one})
   */
  public static ConstantRows of(RelOptCluster cluster, String text, Schema schema, Batch rows) {
    return new ConstantRows(cluster, text, schema, rows);
  }

  /** What a condition that no row fulfils leaves. */
  public static ConstantRows none(RelOptCluster cluster, Schema schema) {
    List<Column> columns = schema.types().stream().map(t -> ColumnBuilder.of(t).build()).toList();
    return new ConstantRows(cluster, "nothing", schema, Batch.of(0, columns));
  }

  public String text() {
    return text;
  }

  public Schema schema() {
    return schema;
  }

  public Batch rows() {
    return rows;
  }

  @Override
  protected RelDataType deriveRowType() {
    return ((EngineTypeFactory) getCluster().getTypeFactory()).row(schema);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new ConstantRows(getCluster(), text, schema, rows);
  }

  /** Two batches are told apart by their identity: they are never compared value by value. */
  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("source", text)
        .item("columns", schema.names())
        .item("rows", rows.rows())
        .itemIf(
            "batch", System.identityHashCode(rows), Digests.isDigest(writer) && rows.width() > 0);
  }
}
