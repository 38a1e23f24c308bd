// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.spi.PartInfo;
import io.twinhouse.engine.spi.PartitionChoice;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One CHECK TABLE: verifies parts and tells what became of each. Not thread-safe. */
public final class PartsCheck {

  private final boolean everywhere;
  private final boolean single;
  private final Schema schema;
  private final List<ColumnBuilder> columns;
  private boolean whole = true;
  private int rows;

  /**
   * @param everywhere whether each row names its table
   * @param single whether one row says if all is well
   */
  public PartsCheck(boolean everywhere, boolean single) {
    this.everywhere = everywhere;
    this.single = single;
    this.schema = new Schema(fields(everywhere, single));
    this.columns = schema.types().stream().map(ColumnBuilder::of).toList();
  }

  private static List<Field> fields(boolean everywhere, boolean single) {
    if (single) {
      return List.of(new Field("result", IntegerType.UINT8));
    }
    List<Field> fields = new ArrayList<>();
    if (everywhere) {
      fields.add(new Field("database", StringType.INSTANCE));
      fields.add(new Field("table", StringType.INSTANCE));
    }
    fields.add(new Field("part_path", StringType.INSTANCE));
    fields.add(new Field("is_passed", IntegerType.UINT8));
    fields.add(new Field("message", StringType.INSTANCE));
    return fields;
  }

  /** The columns of the answer. */
  public Schema schema() {
    return schema;
  }

  /** A plan that yields the answer. */
  public QueryPlan run(
      Storage storage, List<TableName> tables, PartitionChoice which, QueryContext query) {
    Runnable asked = Checkpoint.enter(query::proceed);
    try {
      for (TableName name : tables) {
        query.proceed();
        storage
            .table(name)
            .orElseThrow(() -> missing(name))
            .check(which, query.memory())
            .forEach(verdict -> add(name, verdict));
      }
    } finally {
      Checkpoint.enter(asked);
    }
    if (single) {
      columns.get(0).appendLong(whole ? 1 : 0);
      rows = 1;
    }
    Batch batch = Batch.of(rows, columns.stream().map(ColumnBuilder::build).toList());
    return new QueryPlan(new PlanNode.Values(schema, batch), List.of());
  }

  private static TwinhouseException missing(TableName name) {
    return new TwinhouseException(ErrorCode.UNKNOWN_TABLE, "Table " + name + " does not exist.");
  }

  private void add(TableName name, PartInfo.Verdict verdict) {
    whole &= verdict.isWhole();
    if (single) {
      return;
    }
    int column = 0;
    if (everywhere) {
      append(column++, name.database());
      append(column++, name.table());
    }
    append(column++, verdict.name());
    columns.get(column++).appendLong(verdict.isWhole() ? 1 : 0);
    append(column, verdict.problem());
    rows++;
  }

  private void append(int column, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    columns.get(column).appendBytes(bytes, 0, bytes.length);
  }
}
