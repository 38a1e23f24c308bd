// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import io.twinhouse.sql.statement.AlterAction;
import io.twinhouse.sql.statement.AlterTable;
import io.twinhouse.sql.statement.Assignment;
import io.twinhouse.sql.statement.Drop;
import io.twinhouse.sql.statement.Inspection;
import io.twinhouse.sql.statement.ObjectName;
import io.twinhouse.sql.statement.Partition;
import io.twinhouse.sql.statement.Statement;
import io.twinhouse.sql.statement.TableCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ends or changes whole tables and other things with a name. */
final class DropParser {
  private final Grammar grammar;
  private final Cursor cursor;
  private final AccessParser access;
  private final AlterParser alters;

  DropParser(Grammar grammar, AccessParser access) {
    this.grammar = grammar;
    this.access = access;
    cursor = grammar.cursor;
    alters = new AlterParser(grammar, access);
  }

  Statement drop() {
    Position start = cursor.position();
    Drop.Action action = action();
    if (action == Drop.Action.TRUNCATE && atTruncateAll()) {
      return truncateAll(start);
    }
    boolean temporary = cursor.acceptWords("TEMPORARY");
    if (action == Drop.Action.DROP && !temporary && cursor.acceptWords("INDEX")) {
      return index(start);
    }
    Drop.Kind kind = CreateParser.kind(cursor);
    if (kind == null) {
      refuseOthers();
      if (action != Drop.Action.TRUNCATE) {
        throw cursor.failure();
      }
      kind = Drop.Kind.TABLE;
    }
    boolean ifExists = cursor.acceptWords("IF", "EXISTS");
    boolean ifEmpty = cursor.acceptWords("IF", "EMPTY");
    List<Identifier> names = names(kind);
    if (names.size() > 1 && action != Drop.Action.DROP) {
      throw cursor.failure(start, "only DROP takes several names");
    }
    List<ObjectName> tables = List.of();
    if (kind == Drop.Kind.ROW_POLICY) {
      cursor.expectWords("ON");
      tables = grammar.list(access::object);
    }
    if (cursor.acceptWords("UUID")) {
      cursor.string();
    }
    String cluster = CreateParser.cluster(cursor);
    boolean permanently = action == Drop.Action.DETACH && cursor.acceptWords("PERMANENTLY");
    boolean sync = cursor.acceptWords("SYNC") || cursor.acceptWords("NO", "DELAY");
    return new Drop(
        start,
        action,
        kind,
        temporary,
        ifExists,
        ifEmpty,
        names,
        tables,
        cluster,
        permanently,
        sync);
  }

  /** {@code DROP INDEX i ON t} is {@code ALTER TABLE t DROP INDEX i}. */
  private Statement index(Position start) {
    boolean ifExists = cursor.acceptWords("IF", "EXISTS");
    String name = cursor.name();
    cursor.expectWords("ON");
    Identifier table = grammar.columnSets.identifier();
    AlterAction drop =
        new AlterAction.DropElement(start, AlterAction.Element.INDEX, false, ifExists, name, null);
    return new AlterTable(start, table, null, List.of(drop));
  }

  private Drop.Action action() {
    for (Drop.Action action : Drop.Action.values()) {
      if (cursor.acceptWords(action.name())) {
        return action;
      }
    }
    throw cursor.failure();
  }

  private Statement truncateAll(Position start) {
    cursor.acceptWords("ALL");
    cursor.expectWords("TABLES", "FROM");
    boolean ifExists = cursor.acceptWords("IF", "EXISTS");
    List<Identifier> database = List.of(grammar.columnSets.identifier());
    for (String filter : List.of("LIKE", "ILIKE", "NOT")) {
      if (cursor.atWords(filter)) {
        throw StatementParser.refusal("TRUNCATE ALL TABLES ... " + filter);
      }
    }
    return new Drop(
        start,
        Drop.Action.TRUNCATE,
        Drop.Kind.TABLES_OF_DATABASE,
        false,
        ifExists,
        false,
        database,
        List.of(),
        CreateParser.cluster(cursor),
        false,
        false);
  }

  private boolean atTruncateAll() {
    return cursor.isWordAhead(0, "ALL") && cursor.isWordAhead(1, "TABLES")
        || cursor.isWordAhead(0, "TABLES") && cursor.isWordAhead(1, "FROM");
  }

  private void refuseOthers() {
    if (cursor.isWordAhead(0, "NAMED") && cursor.peek(1).kind() == TokenKind.WORD) {
      throw StatementParser.refusal("DROP NAMED");
    }
  }

  private List<Identifier> names(Drop.Kind kind) {
    return switch (kind) {
      case USER, ROLE, ROW_POLICY, SETTINGS_PROFILE, QUOTA ->
          grammar.list(
              () -> {
                Position start = cursor.position();
                String name = access.user().name();
                return new Identifier(start, Identifier.of(name).parts());
              });
      default -> grammar.list(grammar.columnSets::identifier);
    };
  }

  Statement command(String word) {
    Position start = cursor.position();
    cursor.next();
    return switch (word) {
      case "RENAME" -> rename(start);
      case "EXCHANGE" -> exchange(start);
      case "OPTIMIZE" -> optimize(start);
      case "DELETE" -> delete(start);
      case "UPDATE" -> update(start);
      default -> check(start);
    };
  }

  private Statement rename(Position start) {
    TableCommand.Kind kind = TableCommand.Kind.TABLE;
    if (cursor.acceptWords("DATABASE")) {
      kind = TableCommand.Kind.DATABASE;
    } else if (cursor.acceptWords("DICTIONARY")) {
      kind = TableCommand.Kind.DICTIONARY;
    } else {
      cursor.acceptWords("TABLE");
    }
    boolean ifExists = cursor.acceptWords("IF", "EXISTS");
    List<TableCommand.Pair> pairs = grammar.list(() -> pair("TO"));
    String cluster = CreateParser.cluster(cursor);
    return new TableCommand.Rename(start, kind, ifExists, pairs, cluster);
  }

  private TableCommand.Pair pair(String between) {
    Identifier from = grammar.columnSets.identifier();
    cursor.expectWords(between);
    return new TableCommand.Pair(from, grammar.columnSets.identifier());
  }

  private Statement exchange(Position start) {
    boolean dictionaries = cursor.acceptWords("DICTIONARIES");
    if (!dictionaries) {
      cursor.expectWords("TABLES");
    }
    TableCommand.Kind kind = dictionaries ? TableCommand.Kind.DICTIONARY : TableCommand.Kind.TABLE;
    TableCommand.Pair pair = pair("AND");
    return new TableCommand.Exchange(start, kind, pair, CreateParser.cluster(cursor));
  }

  private Statement optimize(Position start) {
    cursor.expectWords("TABLE");
    Identifier table = grammar.columnSets.identifier();
    String cluster = CreateParser.cluster(cursor);
    Partition partition = alters.optionalPartition(false);
    boolean isFinal = cursor.acceptWords("FINAL");
    boolean deduplicate = cursor.acceptWords("DEDUPLICATE");
    List<Expr> by = List.of();
    if (deduplicate && cursor.acceptWords("BY")) {
      by = grammar.expressions.elements();
    }
    boolean cleanup = cursor.acceptWords("CLEANUP");
    return new TableCommand.Optimize(
        start, table, cluster, partition, isFinal, cleanup, deduplicate, by);
  }

  private Statement delete(Position start) {
    cursor.expectWords("FROM");
    Identifier table = grammar.columnSets.identifier();
    String cluster = CreateParser.cluster(cursor);
    Partition partition = alters.optionalPartition(true);
    Expr where = where();
    return new TableCommand.Delete(
        start, table, cluster, partition, where, grammar.settings.clause());
  }

  private Expr where() {
    cursor.expectWords("WHERE");
    return grammar.expressions.plain();
  }

  private Statement update(Position start) {
    Identifier table = grammar.columnSets.identifier();
    String cluster = CreateParser.cluster(cursor);
    cursor.expectWords("SET");
    List<Assignment> assignments = alters.assignments();
    Partition partition = alters.optionalPartition(true);
    Expr where = where();
    return new TableCommand.Update(
        start, table, cluster, assignments, partition, where, grammar.settings.clause());
  }

  private Statement check(Position start) {
    if (cursor.acceptWords("ALL", "TABLES")) {
      return new TableCommand.Check(start, null, null);
    }
    if (cursor.acceptWords("GRANT")) {
      return new Inspection.CheckGrant(start, access.privileges());
    }
    cursor.expectWords("TABLE");
    Identifier table = grammar.columnSets.identifier();
    @Nullable Partition part = alters.optionalPartition(false);
    return new TableCommand.Check(start, table, part);
  }
}
