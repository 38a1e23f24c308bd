// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.GroupBy;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.ast.TypeName;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import io.twinhouse.sql.statement.ColumnDefinition;
import io.twinhouse.sql.statement.ColumnDefinition.DefaultKind;
import io.twinhouse.sql.statement.ColumnDefinition.Nullability;
import io.twinhouse.sql.statement.TableElements;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns, indexes, constraints and projections. */
final class TableElementsParser {
  /** Words that follow the name of a column which has no type. */
  private static final Set<String> NO_TYPE =
      Set.of(
          "NULL",
          "NOT",
          "DEFAULT",
          "MATERIALIZED",
          "ALIAS",
          "EPHEMERAL",
          "COMMENT",
          "CODEC",
          "TTL",
          "STATISTICS",
          "PRIMARY",
          "SETTINGS",
          "FIRST",
          "AFTER",
          "AUTO_INCREMENT");

  /** Words that follow EPHEMERAL when it has no value. */
  private static final Set<String> NO_VALUE =
      Set.of("COMMENT", "CODEC", "TTL", "STATISTICS", "PRIMARY", "SETTINGS", "FIRST", "AFTER");

  private final Grammar grammar;
  private final Cursor cursor;

  TableElementsParser(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
  }

  /** All that stands between brackets, which are here. */
  TableElements elements() {
    Elements found = new Elements();
    cursor.expect(TokenKind.OPEN_PAREN);
    do {
      if (cursor.peek().kind() == TokenKind.CLOSE_PAREN && !found.isEmpty()) {
        break;
      }
      element(found);
    } while (cursor.accept(TokenKind.COMMA));
    cursor.expect(TokenKind.CLOSE_PAREN);
    return found.build();
  }

  private static final class Elements {
    final List<ColumnDefinition> columns = new ArrayList<>();
    final List<TableElements.Index> indexes = new ArrayList<>();
    final List<TableElements.Constraint> constraints = new ArrayList<>();
    final List<TableElements.Projection> projections = new ArrayList<>();
    final List<Expr> keyColumns = new ArrayList<>();
    @Nullable Expr primaryKey;

    boolean isEmpty() {
      return columns.isEmpty()
          && indexes.isEmpty()
          && constraints.isEmpty()
          && projections.isEmpty()
          && primaryKey == null;
    }

    TableElements build() {
      Expr key = primaryKey;
      if (key == null && !keyColumns.isEmpty()) {
        key = new Call(keyColumns.get(0).position().start(), "tuple", keyColumns);
      }
      return new TableElements(columns, indexes, constraints, projections, key);
    }
  }

  private void element(Elements found) {
    if (cursor.acceptWords("INDEX")) {
      found.indexes.add(index());
    } else if (cursor.acceptWords("CONSTRAINT")) {
      found.constraints.add(constraint());
    } else if (cursor.acceptWords("PROJECTION")) {
      found.projections.add(projection());
    } else if (cursor.acceptWords("PRIMARY", "KEY")) {
      found.primaryKey = grammar.expressions.plain();
    } else if (cursor.atWords("FOREIGN", "KEY")) {
      throw StatementParser.refusal("FOREIGN KEY");
    } else {
      ColumnDefinition column = column(cursor.position(), cursor.name());
      found.columns.add(column);
      if (cursor.acceptWords("PRIMARY", "KEY")) {
        found.keyColumns.add(new Identifier(column.position(), nameParts(column.name())));
      }
    }
  }

  private static List<Identifier.Part> nameParts(String name) {
    return Identifier.of(name).parts();
  }

  /** The rest of a column whose name was read. */
  ColumnDefinition column(Position start, String name) {
    TypeName type = atType() ? grammar.types.parse() : null;
    Nullability nullability = nullability();
    DefaultKind kind = defaultKind();
    Expr value = kind == null || !hasValue(kind) ? null : grammar.expressions.plain();
    if (nullability == Nullability.UNSPECIFIED) {
      nullability = nullability();
    }
    boolean counted = cursor.acceptWords("AUTO_INCREMENT");
    String comment = cursor.acceptWords("COMMENT") ? cursor.string() : null;
    List<Call> codec = cursor.acceptWords("CODEC") ? calls() : List.of();
    boolean withStatistics =
        cursor.atWords("STATISTICS") && cursor.peek(1).kind() == TokenKind.OPEN_PAREN;
    List<Call> statistics = List.of();
    if (withStatistics) {
      cursor.next();
      statistics = calls();
    }
    Expr ttl = cursor.acceptWords("TTL") ? grammar.expressions.plain() : null;
    List<SettingChange> settings = List.of();
    if (cursor.isWordAhead(0, "SETTINGS") && cursor.peek(1).kind() == TokenKind.OPEN_PAREN) {
      cursor.next();
      cursor.next();
      settings = grammar.settings.changes();
      cursor.expect(TokenKind.CLOSE_PAREN);
    }
    return new ColumnDefinition(
        start,
        name,
        type,
        nullability,
        kind,
        value,
        counted,
        comment,
        codec,
        statistics,
        ttl,
        settings);
  }

  private boolean atType() {
    return switch (cursor.peek().kind()) {
      case WORD -> !NO_TYPE.contains(cursor.slice(cursor.peek()).toUpperCase(Locale.ROOT));
      case QUOTED -> true;
      default -> false;
    };
  }

  private Nullability nullability() {
    if (cursor.acceptWords("NULL")) {
      return Nullability.NULL;
    }
    return cursor.acceptWords("NOT", "NULL") ? Nullability.NOT_NULL : Nullability.UNSPECIFIED;
  }

  private @Nullable DefaultKind defaultKind() {
    for (DefaultKind kind : DefaultKind.values()) {
      if (cursor.acceptWords(kind.name())) {
        return kind;
      }
    }
    return null;
  }

  private boolean hasValue(DefaultKind kind) {
    if (kind != DefaultKind.EPHEMERAL) {
      return true;
    }
    return switch (cursor.peek().kind()) {
      case COMMA, CLOSE_PAREN, END, SEMICOLON -> false;
      case WORD -> !NO_VALUE.contains(cursor.slice(cursor.peek()).toUpperCase(Locale.ROOT));
      default -> true;
    };
  }

  /** Codecs or kinds of statistics in brackets. */
  List<Call> calls() {
    return grammar.bracketed(this::call);
  }

  /** A name with or without arguments. */
  Call call() {
    Position start = cursor.position();
    String name = cursor.name();
    List<Expr> arguments = List.of();
    if (cursor.accept(TokenKind.OPEN_PAREN)) {
      arguments = grammar.expressions.elementsBefore(TokenKind.CLOSE_PAREN, false);
      cursor.expect(TokenKind.CLOSE_PAREN);
    }
    return new Call(start, name, arguments);
  }

  /** The rest of an index. */
  TableElements.Index index() {
    Position start = cursor.position();
    return index(start, cursor.name());
  }

  /** What follows an index's name. */
  TableElements.Index index(Position start, String name) {
    return index(start, name, grammar.expressions.plain());
  }

  /** What follows the table of CREATE INDEX, where brackets around the expression are its own. */
  TableElements.Index ofCreateIndex(Position start, String name) {
    int mark = cursor.mark();
    if (cursor.accept(TokenKind.OPEN_PAREN)) {
      Expr within = grammar.expressions.plain();
      if (cursor.accept(TokenKind.CLOSE_PAREN) && cursor.atWords("TYPE")) {
        return index(start, name, within);
      }
    }
    cursor.reset(mark);
    return index(start, name);
  }

  private TableElements.Index index(Position start, String name, Expr expression) {
    cursor.expectWords("TYPE");
    Call type = call();
    String granularity = "1";
    if (cursor.acceptWords("GRANULARITY")) {
      granularity = grammar.operands.unsigned();
    }
    return new TableElements.Index(start, name, expression, type, granularity);
  }

  /** The rest of a constraint. */
  TableElements.Constraint constraint() {
    Position start = cursor.position();
    String name = cursor.name();
    boolean assumed = cursor.acceptWords("ASSUME");
    if (!assumed) {
      cursor.expectWords("CHECK");
    }
    return new TableElements.Constraint(start, name, assumed, grammar.expressions.plain());
  }

  /** The rest of a projection. */
  TableElements.Projection projection() {
    Position start = cursor.position();
    String name = cursor.name();
    if (cursor.atWords("INDEX")) {
      throw StatementParser.refusal("PROJECTION ... INDEX");
    }
    cursor.expect(TokenKind.OPEN_PAREN);
    Position at = cursor.position();
    Select query = grammar.selects.select();
    if (!isOfProjection(query)) {
      throw cursor.failure(at, "a projection has WITH, SELECT, WHERE, GROUP BY and ORDER BY alone");
    }
    TableElements.Projection projection = new TableElements.Projection(start, name, query);
    cursor.expect(TokenKind.CLOSE_PAREN);
    return projection;
  }

  private static boolean isOfProjection(Select query) {
    GroupBy groups = query.groupBy();
    OrderBy order = query.orderBy();
    boolean rest =
        query.from() != null
            || query.distinct()
            || query.prewhere() != null
            || query.having() != null
            || query.qualify() != null
            || query.limit() != null
            || query.limitBy() != null
            || !query.windows().isEmpty()
            || !query.settings().isEmpty();
    boolean keys = groups == null || groups.kind() == GroupBy.Kind.PLAIN && !groups.totals();
    return !rest && keys && (order == null || isPlain(order));
  }

  private static boolean isPlain(OrderBy order) {
    return !order.all()
        && order.interpolate() == null
        && order.items().stream()
            .allMatch(
                item ->
                    !item.descending()
                        && item.nulls() == OrderBy.Nulls.DEFAULT
                        && item.collation() == null
                        && item.fill() == null);
  }
}
