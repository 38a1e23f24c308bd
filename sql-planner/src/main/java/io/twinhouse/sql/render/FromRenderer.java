// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.render;

import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.JoinStrictness;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.rel.JoinTables;
import io.twinhouse.sql.rel.ReadTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in FROM: tables, sub-queries, joins, each under an alias of its own. */
final class FromRenderer {

  private int aliases;

  /** An alias that no user's name is likely to be; numbers keep one query's apart. */
  String newAlias() {
    return "__t" + ++aliases;
  }

  /** A table under a new alias, its columns and paths as the scan reads them. */
  Draft table(ReadTable scan) {
    String alias = newAlias();
    TableName name = scan.source().table().definition().name();
    FromItem.Source source = new FromItem.Named(Identifier.of(name.database(), name.table()));
    boolean isFinal = scan.source().finalRead();
    FromItem from = new FromItem.Table(Position.NONE, source, alias, List.of(), isFinal, null);
    List<Expr> columns = new ArrayList<>();
    for (ColumnRead read : scan.reads()) {
      columns.add(column(alias, read));
    }
    return new Draft(from, columns);
  }

  private static Expr column(String alias, ColumnRead read) {
    Expr column = Identifier.of(alias, read.column());
    if (read.path().isEmpty()) {
      return column;
    }
    Expr path = ExpressionRenderer.renderPath(column, read.path());
    return Call.of("CAST", path, ConstantRenderer.text(read.type().name()));
  }

  /** A query as a source under a new alias. */
  Draft derived(Query query, List<String> names) {
    String alias = newAlias();
    FromItem from =
        new FromItem.Table(
            Position.NONE, new FromItem.Derived(query), alias, List.of(), false, null);
    List<Expr> columns = new ArrayList<>();
    names.forEach(name -> columns.add(Identifier.of(alias, name)));
    return new Draft(from, columns);
  }

  /** Two sides joined; a null condition makes a cross join. */
  static FromItem join(
      FromItem left, FromItem right, JoinTables.Style style, @Nullable Expr condition) {
    FromItem.Condition on = condition == null ? null : new FromItem.On(condition);
    return new FromItem.Join(
        Position.NONE,
        left,
        right,
        FromItem.Locality.UNSPECIFIED,
        on == null ? FromItem.JoinKind.CROSS : kind(style.kind()),
        on == null ? null : strictness(style.strictness()),
        on);
  }

  private static FromItem.JoinKind kind(JoinKind kind) {
    return FromItem.JoinKind.valueOf(kind.name());
  }

  private static FromItem.Strictness strictness(JoinStrictness strictness) {
    return FromItem.Strictness.valueOf(strictness.name());
  }
}
