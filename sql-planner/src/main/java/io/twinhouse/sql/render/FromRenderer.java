// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.render;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.JoinStrictness;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.rel.JoinTables;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.source.NumbersTable;
import io.twinhouse.sql.source.PrimesTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
    FromItem.Source source = source(scan.source().table());
    boolean isFinal = scan.source().finalRead();
    FromItem from = new FromItem.Table(Position.NONE, source, alias, List.of(), isFinal, null);
    List<Expr> columns = new ArrayList<>();
    boolean numbers = scan.source().table() instanceof NumbersTable;
    for (ColumnRead read : scan.reads()) {
      columns.add(numbers ? numbersColumn(alias, read) : column(alias, read));
    }
    return new Draft(from, columns);
  }

  private static FromItem.Source source(Table table) {
    if (table instanceof NumbersTable numbers) {
      return new FromItem.Function(numbersCall(numbers), List.of());
    }
    if (table instanceof PrimesTable primes) {
      Call call =
          Call.of("primes", number(primes.first()), number(primes.count()), number(primes.step()));
      return new FromItem.Function(call, List.of());
    }
    TableName name = table.definition().name();
    return new FromItem.Named(Identifier.of(name.database(), name.table()));
  }

  private static Call numbersCall(NumbersTable table) {
    String function = table.definition().name().table();
    if (table.isEndless() || table.count() == Long.MAX_VALUE && function.equals("zeros")) {
      return Call.of(function); // as many as are asked for
    }
    if (table.step() < 0 || Math.multiplyHigh(table.count(), table.step()) != 0) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Numbers that descend are not rendered for another server");
    }
    if (function.equals("zeros")) {
      return Call.of(function, number(table.count()));
    }
    return Call.of(
        function,
        number(table.first()),
        number(table.count() * table.step()),
        number(table.step()));
  }

  private static Expr number(long value) {
    return ConstantRenderer.number(Long.toUnsignedString(value));
  }

  /** generate_series calls its column otherwise than numbers, by which it is rendered. */
  private static Expr numbersColumn(String alias, ColumnRead read) {
    return Identifier.of(alias, read.column().equals("zero") ? "zero" : "number");
  }

  private static Expr column(String alias, ColumnRead read) {
    Expr column = Identifier.of(alias, read.column());
    if (read.path().isEmpty()) {
      return column;
    }
    Expr path = ExpressionRenderer.renderPath(column, read.path());
    return read.exact()
        ? Call.of(
            "dynamicElement", path, ConstantRenderer.text(read.type().withoutNullable().name()))
        : Call.of("CAST", path, ConstantRenderer.text(read.type().name()));
  }

  /** Names for columns that only the rendered query itself sees. */
  static List<String> columnNames(int count) {
    return IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
  }

  /** What WITH calls a sub-query that is read at several places. */
  static String sharedName(int number) {
    return "__s" + number;
  }

  /** The rows of a WITH query under a new alias. */
  Draft shared(int number, int columns) {
    FromItem.Source source = new FromItem.Named(Identifier.of(sharedName(number)));
    return source(source, columnNames(columns));
  }

  /** A query as a source under a new alias. */
  Draft derived(Query query, List<String> names) {
    return source(new FromItem.Derived(query), names);
  }

  private Draft source(FromItem.Source source, List<String> names) {
    String alias = newAlias();
    FromItem from = new FromItem.Table(Position.NONE, source, alias, List.of(), false, null);
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
