// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.table;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.expression.ExpressionEvaluator;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.ExpressionCompiler;
import io.twinhouse.engine.spi.Mutation;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.commit.PartStore;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.layout.Inputs;
import io.twinhouse.storage.arrow.layout.RowFunction;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.merge.RewriteRun;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.part.PartId;
import io.twinhouse.storage.arrow.part.PartState;
import io.twinhouse.storage.arrow.read.PartRange;
import io.twinhouse.storage.arrow.read.PartRows;
import io.twinhouse.storage.arrow.write.RowBlock;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes parts anew with some of their rows deleted or changed; rows keep their order. */
final class PartRewrite {

  private final TableLayout layout;
  private final PartStore store;
  private final MemoryContext memory;
  private final Expression where;
  private final Map<Integer, Expression> assignments;
  private final boolean lightweight;

  private PartRewrite(
      TableLayout layout,
      PartStore store,
      MemoryContext memory,
      Expression where,
      Map<Integer, Expression> assignments,
      boolean lightweight) {
    this.layout = layout;
    this.store = store;
    this.memory = memory;
    this.where = where;
    this.assignments = assignments;
    this.lightweight = lightweight;
  }

  /**
   * Binds a mutation.
   *
   * @throws TwinhouseException CANNOT_UPDATE_COLUMN, NO_SUCH_COLUMN_IN_TABLE, NOT_IMPLEMENTED
   */
  static PartRewrite of(
      Mutation mutation,
      TableLayout layout,
      ExpressionCompiler compiler,
      PartStore store,
      MemoryContext memory) {
    boolean own = mutation.materializes();
    mutation.assignments().keySet().forEach(name -> updatable(name, layout, own));
    MutationCondition.check(mutation, compiler.compile(mutation.where(), layout.schema()).type());
    Expression where = bound("(" + mutation.where() + ") != 0", layout, compiler);
    Map<Integer, Expression> assignments = new TreeMap<>();
    for (Map.Entry<String, String> assignment : mutation.assignments().entrySet()) {
      int column = updatable(assignment.getKey(), layout, own);
      String cast = Quoting.cast(assignment.getValue(), layout.type(column));
      Expression value = bound(cast, layout, compiler);
      if (layout.type(column).base() instanceof JsonType && !isSteady(value)) {
        throw refused("UPDATE of a JSON column with a value that differs each time it is computed");
      }
      assignments.put(column, value);
    }
    if (!assignments.isEmpty() && !own) {
      addMaterialized(layout, assignments);
    }
    return new PartRewrite(layout, store, memory, where, assignments, mutation.lightweight());
  }

  /** Columns that follow from others would have to be computed again. */
  private static void addMaterialized(TableLayout layout, Map<Integer, Expression> assignments) {
    for (int c = 0; c < layout.columns().size(); c++) {
      if (layout.columns().get(c).kind() == Kind.MATERIALIZED) {
        BitSet inputs = Inputs.of(layout.missing(c));
        if (assignments.keySet().stream().anyMatch(inputs::get)) {
          throw refused(
              "UPDATE of a column that MATERIALIZED column "
                  + layout.columns().get(c).name()
                  + " is computed from");
        }
      }
    }
  }

  private static Expression bound(String text, TableLayout layout, ExpressionCompiler compiler) {
    Expression expression = compiler.compute(text, layout.schema());
    refuseSubqueries(expression);
    return expression;
  }

  private static void refuseSubqueries(Expression expression) {
    if (expression instanceof Expression.ScalarSubquery) {
      throw refused("A mutation with a sub-query");
    }
    if (expression instanceof Expression.InSet set) {
      if (set.source() instanceof Expression.SetSource.Subquery) {
        throw refused("A mutation with a sub-query");
      }
      set.keys().forEach(PartRewrite::refuseSubqueries);
    } else if (expression instanceof Expression.Call call) {
      call.arguments().forEach(PartRewrite::refuseSubqueries);
    } else if (expression instanceof Expression.Lambda lambda) {
      refuseSubqueries(lambda.body());
    }
  }

  /** Computed once for the paths that come and once for the values, which must fit each other. */
  private static boolean isSteady(Expression expression) {
    if (expression instanceof Expression.Call call) {
      return call.deterministic() && call.arguments().stream().allMatch(PartRewrite::isSteady);
    }
    if (expression instanceof Expression.InSet set) {
      return set.keys().stream().allMatch(PartRewrite::isSteady);
    }
    return !(expression instanceof Expression.Lambda lambda) || isSteady(lambda.body());
  }

  private static int updatable(String name, TableLayout layout, boolean own) {
    int column = layout.schema().indexOf(name);
    if (column < 0 || !layout.isStored(column)) {
      throw new TwinhouseException(
          ErrorCode.NO_SUCH_COLUMN_IN_TABLE, "There is no column `" + name + "` in table.");
    }
    ColumnDefinition definition = layout.columns().get(column);
    if (definition.kind() == Kind.MATERIALIZED && !own) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_UPDATE_COLUMN, "Cannot UPDATE materialized column `" + name + "`.");
    }
    BitSet keys = Inputs.of(layout.partitionKey());
    layout.sortingKey().forEach(key -> keys.or(Inputs.of(key)));
    if (keys.get(column) || column == layout.signColumn()) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_UPDATE_COLUMN, "Cannot UPDATE key column `" + name + "`.");
    }
    if (column == layout.versionColumn() || column == layout.deletedColumn()) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_UPDATE_COLUMN, "Cannot UPDATE version column `" + name + "`.");
    }
    return column;
  }

  private static TwinhouseException refused(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, what + " is not supported by the embedded store");
  }

  /**
   * The part with the mutation applied.
   *
   * @return {@code part} itself if no row is touched, null if none is left
   */
  @Nullable PartState apply(PartState part) throws IOException {
    try (MemoryContext work =
            memory.child(MemoryLevel.OPERATOR, "mutation", MemoryContext.UNLIMITED);
        Reservation buffers = new Reservation(work)) {
      buffers.grow(part.part().rows() / Byte.SIZE + Long.BYTES);
      BitSet touched = select(part.part(), work);
      if (touched.isEmpty()) {
        return part;
      }
      List<StreamKey> old = RewriteRun.streams(layout, part.part(), absent(part.part()));
      JsonChange json = new JsonChange(layout, store, assignments);
      try (Reservation shredded = new Reservation(work)) {
        return replaced(
            part.part(),
            layout,
            json.streams(part.part(), old, touched, work),
            store,
            work,
            (slice, rows, expressions) -> {
              shredded.resize(0); // what the slice before has left
              BitSet chosen = touched.get(slice.from(), slice.to());
              return change(slice, rows, chosen, json, shredded, expressions);
            });
      }
    }
  }

  private RewriteRun.Kept change(
      PartRange slice,
      RowBlock block,
      BitSet touched,
      JsonChange json,
      Reservation shredded,
      MemoryContext work) {
    if (assignments.isEmpty()) {
      touched.flip(0, block.rows().rows());
      return new RewriteRun.Kept(block, touched.stream().toArray());
    }
    if (touched.isEmpty()) {
      return RewriteRun.Kept.all(block);
    }
    try (Reservation texts = new Reservation(work)) {
      Batch changed = assign(json.withTexts(slice, block.rows(), texts), touched, work);
      return RewriteRun.Kept.all(
          new RowBlock(
              json.withoutTexts(changed), json.shredded(changed, block.shredded(), shredded)));
    }
  }

  /**
   * The part with columns beyond those of {@code narrow}, computed by their expressions. One that
   * is computed from columns that the part lacks stays absent too: it reads as its own default.
   */
  static PartState widened(
      PartState part, TableLayout wide, TableLayout narrow, PartStore store, MemoryContext memory)
      throws IOException {
    BitSet absent = new BitSet();
    int all = wide.columns().size();
    for (int c = 0; c < narrow.columns().size(); c++) {
      absent.set(c, part.part().streams(wide.name(c)).isEmpty());
    }
    for (int c = narrow.columns().size(); c < all; c++) {
      absent.set(c, Inputs.of(wide.missing(c)).intersects(absent));
    }
    boolean nothingNew = absent.nextClearBit(narrow.columns().size()) >= all;
    return nothingNew ? part : rewritten(part, wide, absent, store, memory);
  }

  /** The part without values of one column of its own; itself if it has none. */
  static PartState cleared(
      PartState part, TableLayout layout, int column, PartStore store, MemoryContext memory)
      throws IOException {
    if (part.part().streams(layout.name(column)).isEmpty()) {
      return part;
    }
    BitSet absent = new BitSet();
    for (int c = 0; c < layout.columns().size(); c++) {
      absent.set(c, c == column || part.part().streams(layout.name(c)).isEmpty());
    }
    return rewritten(part, layout, absent, store, memory);
  }

  private static PartState rewritten(
      PartState part, TableLayout layout, BitSet absent, PartStore store, MemoryContext memory)
      throws IOException {
    PartState rewritten =
        replaced(
            part.part(),
            layout,
            RewriteRun.streams(layout, part.part(), absent),
            store,
            memory,
            (slice, rows, work) -> RewriteRun.Kept.all(rows));
    if (rewritten == null) {
      throw new IllegalStateException("a part without rows");
    }
    return rewritten;
  }

  /** A new part of the old one's blocks; null if no row is left. */
  private static @Nullable PartState replaced(
      Part old,
      TableLayout layout,
      List<StreamKey> streams,
      PartStore store,
      MemoryContext memory,
      RewriteRun.Change change)
      throws IOException {
    PartId was = old.id();
    PartId id =
        new PartId(
            store.nextNumber(),
            was.partition(),
            was.firstBlock(),
            was.lastBlock(),
            was.level(),
            was.mutation());
    RewriteRun.Side here = new RewriteRun.Side(layout, store);
    Part part = new RewriteRun(here, here, memory).write(old, id, old.format(), streams, change);
    return part == null ? null : PartState.plain(part);
  }

  /** Columns that stay absent, so that their default follows the other columns. */
  private BitSet absent(Part part) {
    BitSet absent = new BitSet();
    for (int c = 0; lightweight && c < layout.columns().size(); c++) {
      absent.set(c, part.streams(layout.name(c)).isEmpty() && !assignments.containsKey(c));
    }
    return absent;
  }

  /** The rows that the condition names; reads the columns alone that it looks at. */
  private BitSet select(Part part, MemoryContext work) {
    BitSet touched = new BitSet(part.rows());
    BitSet inputs = Inputs.of(where);
    try (ExpressionEvaluator filter = ExpressionEvaluator.of(where, work)) {
      for (PartRange slice : RewriteRun.slices(part)) {
        try (Reservation buffers = new Reservation(work)) {
          PartRows reader = new PartRows(layout, store.dictionaries(), buffers);
          Batch rows = reader.readTexts(slice, inputs);
          select(rows, filter, slice.from(), touched);
        }
      }
    }
    return touched;
  }

  private static void select(Batch rows, ExpressionEvaluator filter, int first, BitSet touched) {
    int[] passed = new int[Batch.ROWS];
    for (int from = 0; from < rows.rows(); from += Batch.ROWS) {
      int[] chunk = new int[Math.min(Batch.ROWS, rows.rows() - from)];
      int start = from;
      Arrays.setAll(chunk, i -> start + i);
      int kept = filter.select(rows.gather(chunk, chunk.length), passed);
      for (int i = 0; i < kept; i++) {
        touched.set(first + from + passed[i]);
      }
    }
  }

  private Batch assign(Batch rows, BitSet touched, MemoryContext work) {
    int[] chosen = touched.stream().toArray();
    Batch old = rows.gather(chosen, chosen.length);
    Column[] columns = new Column[rows.width()];
    for (int c = 0; c < columns.length; c++) {
      Expression expression = assignments.get(c);
      columns[c] =
          expression == null
              ? rows.column(c)
              : mixed(
                  layout.type(c),
                  rows.column(c),
                  RowFunction.evaluate(expression, old, work),
                  touched);
    }
    return Batch.of(rows.rows(), columns);
  }

  private static Column mixed(Type type, Column old, Column changed, BitSet touched) {
    ColumnBuilder builder = ColumnBuilder.of(type);
    int next = 0;
    for (int i = 0; i < old.size(); i++) {
      if (touched.get(i)) {
        builder.append(changed, next++);
      } else {
        builder.append(old, i);
      }
    }
    return builder.build();
  }
}
