// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.plan;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a physical plan: its inputs, what it does, and the schema it yields. */
public sealed interface PlanNode {

  Schema schema();

  /** The nodes this one reads from. */
  default List<PlanNode> inputs() {
    return List.of();
  }

  /**
   * Reads a table.
   *
   * @param alias how the query calls the table, for messages and EXPLAIN
   * @param reads columns and JSON paths to read
   * @param filter over {@code reads}; rows where it is not true are dropped. Null keeps all
   * @param output which of {@code reads} are yielded, in this order
   * @param finalRead only the newest version of each key
   */
  record Scan(
      Table table,
      String alias,
      List<ColumnRead> reads,
      @Nullable Expression filter,
      List<Integer> output,
      boolean finalRead,
      Schema schema)
      implements PlanNode {

    public Scan {
      reads = List.copyOf(reads);
      output = List.copyOf(output);
    }
  }

  /** Rows known while planning. */
  record Values(Schema schema, Batch rows) implements PlanNode {}

  /**
   * Rows of a sub-query that ran before: they are put in place before the plan is compiled.
   *
   * @param number the position of the sub-query or, with {@code lastRound}, a recursion's number
   * @param lastRound what the last round of the recursion found
   */
  record SubqueryRows(int number, boolean lastRound, Schema schema) implements PlanNode {}

  /**
   * The rows of {@code base}, then those of {@code step} again and again over the rows that the
   * round before found, until there are none. Only a sub-plan is a recursion.
   *
   * @param number what {@code step} calls the rows of the last round
   * @param name of the query, for messages
   * @param maxRounds after which it fails with TOO_DEEP_RECURSION
   */
  record Recursion(PlanNode base, PlanNode step, int number, String name, long maxRounds)
      implements PlanNode {

    @Override
    public Schema schema() {
      return base.schema();
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(base, step);
    }
  }

  /** Keeps the rows for which {@code predicate} is not 0 and not NULL. */
  record Filter(PlanNode input, Expression predicate) implements PlanNode {

    @Override
    public Schema schema() {
      return input.schema();
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(input);
    }
  }

  /** Computes columns. */
  record Project(PlanNode input, List<Expression> expressions, Schema schema) implements PlanNode {

    public Project {
      expressions = List.copyOf(expressions);
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(input);
    }
  }

  /**
   * Groups and aggregates; the schema is the keys, then the aggregates. No keys: exactly one row.
   *
   * @param keys columns of the input
   * @param groupingSets positions within {@code keys}; empty for one set of all keys. With more
   *     than one set a last column {@code __grouping_set} (UInt64) tells which set a row belongs to
   * @param totals whether the totals row is yielded as the last row, marked by the operator
   */
  record Aggregate(
      PlanNode input,
      List<Integer> keys,
      List<AggregateCall> calls,
      List<List<Integer>> groupingSets,
      boolean totals,
      Schema schema)
      implements PlanNode {

    public Aggregate {
      keys = List.copyOf(keys);
      calls = List.copyOf(calls);
      groupingSets = groupingSets.stream().map(List::copyOf).toList();
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(input);
    }
  }

  /** Distinct rows, in the order of their first appearance. */
  record Distinct(PlanNode input, List<Integer> keys) implements PlanNode {

    public Distinct {
      keys = List.copyOf(keys);
    }

    @Override
    public Schema schema() {
      return input.schema();
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(input);
    }
  }

  /**
   * Joins two inputs; the schema is the left columns, then the right ones (perhaps left only for
   * left SEMI and ANTI). Columns of a side without a partner hold defaults, or NULL where the
   * schema's type is Nullable and {@code useNulls}.
   *
   * @param residual over left then right columns, part of the ON condition; may be null
   * @param asof how the last keys compare, for ASOF; else null
   */
  record Join(
      PlanNode left,
      PlanNode right,
      JoinKind kind,
      JoinStrictness strictness,
      List<Integer> leftKeys,
      List<Integer> rightKeys,
      @Nullable Expression residual,
      @Nullable AsofOrder asof,
      boolean useNulls,
      Schema schema)
      implements PlanNode {

    public Join {
      leftKeys = List.copyOf(leftKeys);
      rightKeys = List.copyOf(rightKeys);
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(left, right);
    }
  }

  /**
   * Sorts, stably.
   *
   * @param limit only the first rows are wanted (top-N), or -1
   */
  record Sort(PlanNode input, List<SortKey> keys, long limit) implements PlanNode {

    public Sort {
      keys = List.copyOf(keys);
    }

    @Override
    public Schema schema() {
      return input.schema();
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(input);
    }
  }

  /**
   * Skips and cuts.
   *
   * @param tiesOf keys of the order whose ties with the last row are kept too; empty for none
   */
  record Limit(PlanNode input, long offset, long limit, List<SortKey> tiesOf) implements PlanNode {

    public Limit {
      tiesOf = List.copyOf(tiesOf);
    }

    @Override
    public Schema schema() {
      return input.schema();
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(input);
    }
  }

  /**
   * Skips and cuts where one of both hangs on how many rows there are.
   *
   * @param offset rows to pass over, from the start or, if they are the last ones, from the end
   * @param limit of the rows that the offset leaves; a share is one of all rows
   * @param tiesOf keys of the order whose ties with the last row are kept too; empty for none
   */
  record Portion(PlanNode input, RowCount offset, RowCount limit, List<SortKey> tiesOf)
      implements PlanNode {

    public Portion {
      tiesOf = List.copyOf(tiesOf);
    }

    @Override
    public Schema schema() {
      return input.schema();
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(input);
    }
  }

  /**
   * Adds rows between the sorted rows of the input, so that columns take every value of their
   * grids.
   *
   * @param keys at least one, in the order of the sort
   * @param prefix columns of the input that it is sorted by before: each of their values has grids
   *     of its own, and added rows have them
   * @param computed what added rows have in other columns; where nothing is said, defaults
   */
  record Fill(
      PlanNode input, List<FillKey> keys, List<Integer> prefix, List<InterpolatedColumn> computed)
      implements PlanNode {

    public Fill {
      keys = List.copyOf(keys);
      prefix = List.copyOf(prefix);
      computed = List.copyOf(computed);
    }

    @Override
    public Schema schema() {
      return input.schema();
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(input);
    }
  }

  /** At most {@code limit} rows after {@code offset} for each combination of {@code keys}. */
  record LimitBy(PlanNode input, List<Integer> keys, long offset, long limit) implements PlanNode {

    public LimitBy {
      keys = List.copyOf(keys);
    }

    @Override
    public Schema schema() {
      return input.schema();
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(input);
    }
  }

  /** Appends one column a window function to the input's columns. */
  record Window(
      PlanNode input,
      List<Integer> partitionBy,
      List<SortKey> orderBy,
      List<WindowCall> calls,
      Schema schema)
      implements PlanNode {

    public Window {
      partitionBy = List.copyOf(partitionBy);
      orderBy = List.copyOf(orderBy);
      calls = List.copyOf(calls);
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(input);
    }
  }

  /** All rows of all inputs, one input after the other; types are already equal. */
  record UnionAll(List<PlanNode> inputs, Schema schema) implements PlanNode {

    public UnionAll {
      inputs = List.copyOf(inputs);
    }
  }

  /** INTERSECT and EXCEPT over whole rows. */
  record SetOperation(PlanNode left, PlanNode right, boolean intersect, boolean all, Schema schema)
      implements PlanNode {

    @Override
    public List<PlanNode> inputs() {
      return List.of(left, right);
    }
  }

  /**
   * One row for each element of the arrays in {@code arrays}, zipped; other columns repeat.
   *
   * @param left rows with empty arrays are kept, with defaults
   */
  record ArrayJoin(PlanNode input, List<Integer> arrays, boolean left, Schema schema)
      implements PlanNode {

    public ArrayJoin {
      arrays = List.copyOf(arrays);
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(input);
    }
  }
}
