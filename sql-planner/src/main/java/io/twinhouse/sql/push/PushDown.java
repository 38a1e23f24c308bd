// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.push;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Note;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.rel.DistinctRows;
import io.twinhouse.sql.rel.JoinTables;
import io.twinhouse.sql.rel.LimitByKeys;
import io.twinhouse.sql.rel.LimitRows;
import io.twinhouse.sql.rel.PortionRows;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.RelQuery;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.render.QueryRenderer;
import io.twinhouse.sql.source.NumbersTable;
import io.twinhouse.sql.source.PrimesTable;
import io.twinhouse.sql.type.EngineTypeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Gives a server the largest parts of a trimmed query that it can run: filters, projections, joins,
 * groupings and what else has a clause, as long as it has the functions. Where only some of a
 * scan's conditions call what it lacks, the others go there. Each part becomes a table that is read
 * once.
 */
public final class PushDown {

  private final Storage server;
  private final ServerFunctions functions;
  private final RexFactory rex;
  private final Map<String, String> settings;
  private final Consumer<Note> notes;

  /**
   * @param settings in force, which the parts are run with
   */
  public PushDown(
      Storage server, RexFactory rex, Map<String, String> settings, Consumer<Note> notes) {
    this.server = server;
    this.functions = new ServerFunctions(server);
    this.rex = rex;
    this.settings = new LinkedHashMap<>(settings);
    this.settings.put("enable_positional_arguments", "0");
    this.settings.replace("limit", "0"); // these hold for the whole, not for its parts
    this.settings.replace("offset", "0");
    this.notes = notes;
  }

  /** The query, whose scans all read what the server was given. */
  public RelQuery apply(RelQuery trimmed) {
    return trimmed.map(this::push);
  }

  private RelNode push(RelNode node) {
    if (isWholly(node) && reads(node)) {
      RelNode pushed = pushed(node);
      if (pushed != null) {
        return pushed;
      }
    }
    if (node instanceof ReadTable scan && !isLocal(scan)) {
      return pushScan(scan);
    }
    List<RelNode> inputs = node.getInputs().stream().map(this::push).toList();
    return inputs.equals(node.getInputs()) ? node : node.copy(node.getTraitSet(), inputs);
  }

  /** Whether all of the subtree has a clause and calls what the server has. */
  private boolean isWholly(RelNode node) {
    boolean clause =
        node instanceof ReadTable
            || node instanceof Project
            || node instanceof Filter
            || node instanceof Aggregate
            || node instanceof Join
            || node instanceof JoinTables
            || node instanceof DistinctRows
            || node instanceof LimitRows
            || node instanceof PortionRows
            || node instanceof LimitByKeys
            || node instanceof Union
            || node instanceof Sort;
    return clause && functions.has(node) && node.getInputs().stream().allMatch(this::isWholly);
  }

  private static boolean reads(RelNode node) {
    return node instanceof ReadTable scan
        ? !isLocal(scan)
        : node.getInputs().stream().anyMatch(PushDown::reads);
  }

  private static boolean isLocal(ReadTable scan) {
    Table table = scan.source().table();
    return table instanceof PrimesTable || table instanceof NumbersTable;
  }

  /** A scan one of whose conditions calls what the server lacks: the others go there. */
  private RelNode pushScan(ReadTable scan) {
    List<RexNode> there = new ArrayList<>();
    List<RexNode> here = new ArrayList<>();
    for (RexNode condition : RexFactory.conjuncts(scan.filter())) {
      (functions.has(condition) ? there : here).add(condition);
    }
    List<Integer> all = IntStream.range(0, scan.reads().size()).boxed().toList();
    ReadTable rest = scan.trimmed(scan.reads(), there.isEmpty() ? null : rex.and(there), all);
    RelNode pushed = pushed(rest);
    if (pushed == null) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The read of " + scan.source().table().definition().name() + " can't be sent as SQL");
    }
    return Relations.choose(Relations.filter(pushed, rex.and(here)), scan.output());
  }

  /** Null where there is no clause after all. */
  private @Nullable RelNode pushed(RelNode node) {
    List<Type> types = EngineTypeFactory.schema(node.getRowType()).types();
    List<Field> fields = new ArrayList<>();
    List<ColumnRead> columns = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      String name = "c" + i;
      fields.add(new Field(name, types.get(i)));
      columns.add(ColumnRead.of(name, types.get(i)));
    }
    Schema schema = new Schema(fields);
    String sql;
    try {
      RelQuery part = new RelQuery(node, schema.names(), List.of());
      sql = SqlPrinter.print(QueryRenderer.render(part));
    } catch (TwinhouseException clauseless) {
      if (clauseless.is(ErrorCode.NOT_IMPLEMENTED)) {
        return null;
      }
      throw clauseless;
    }
    notes.accept(new Note("PushDown", "ClickHouse runs " + sql));
    PushedQuery table = new PushedQuery(server, sql, schema, settings);
    ReadTable.Source source = new ReadTable.Source(table, "ClickHouse", false, false, null);
    RelNode read = ReadTable.of(node.getCluster(), source, columns, null);
    List<RexNode> same = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      same.add(rex.input(i, types.get(i)));
    }
    return Relations.project(read, same, node.getRowType().getFieldNames());
  }
}
