// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import io.twinhouse.sql.statement.Assignment;
import io.twinhouse.sql.statement.Storage;
import io.twinhouse.sql.statement.Storage.TtlAction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Engines, keys and TTLs. */
final class StorageParser {
  private final Grammar grammar;
  private final Cursor cursor;
  private final TableElementsParser elements;

  private static final List<String> TTL_ACTIONS = List.of("MODIFY", "MATERIALIZE", "REMOVE");

  StorageParser(Grammar grammar, TableElementsParser elements) {
    this.grammar = grammar;
    cursor = grammar.cursor;
    this.elements = elements;
  }

  /** The clauses that are here, which may be none; each at most once. */
  Storage storage() {
    Position start = cursor.position();
    Call engine = engine();
    Expr partitionBy = null;
    Expr primaryKey = null;
    Expr orderBy = null;
    Expr sampleBy = null;
    List<Storage.Ttl> ttl = List.of();
    while (true) {
      if (partitionBy == null && cursor.acceptWords("PARTITION", "BY")) {
        partitionBy = grammar.expressions.plain();
      } else if (primaryKey == null && cursor.acceptWords("PRIMARY", "KEY")) {
        primaryKey = grammar.expressions.plain();
      } else if (orderBy == null && cursor.acceptWords("ORDER", "BY")) {
        orderBy = sortingKey();
      } else if (sampleBy == null && cursor.acceptWords("SAMPLE", "BY")) {
        sampleBy = grammar.expressions.plain();
      } else if (ttl.isEmpty() && cursor.acceptWords("TTL")) {
        ttl = ttls();
      } else {
        break;
      }
    }
    List<SettingChange> settings = grammar.settings.clause();
    return new Storage(start, engine, partitionBy, primaryKey, orderBy, sampleBy, ttl, settings);
  }

  /** {@code ENGINE = name(arguments)}, or null. */
  @Nullable Call engine() {
    if (!cursor.acceptWords("ENGINE")) {
      return null;
    }
    cursor.accept(TokenKind.EQUALS);
    return elements.call();
  }

  /** A key whose elements may say which way they sort. */
  private Expr sortingKey() {
    Position start = cursor.position();
    if (cursor.peek().kind() == TokenKind.OPEN_PAREN && hasDirection()) {
      return new Call(start, "tuple", grammar.bracketed(this::sortingElement));
    }
    return sortingElement();
  }

  private Expr sortingElement() {
    Expr element = grammar.expressions.plain();
    if (cursor.acceptWords("DESC") || cursor.acceptWords("DESCENDING")) {
      return new Call(element.position().start(), Storage.DESCENDING, List.of(element));
    }
    if (!cursor.acceptWords("ASC")) {
      cursor.acceptWords("ASCENDING");
    }
    return element;
  }

  /** Whether a direction stands within the brackets here, but not deeper. */
  private boolean hasDirection() {
    int depth = 0;
    for (int i = 0; ; i++) {
      switch (cursor.peek(i).kind()) {
        case OPEN_PAREN, OPEN_SQUARE -> depth++;
        case CLOSE_PAREN, CLOSE_SQUARE -> depth--;
        case END, ERROR, SEMICOLON -> {
          return false;
        }
        case WORD -> {
          boolean last =
              cursor.peek(i + 1).kind() == TokenKind.COMMA
                  || cursor.peek(i + 1).kind() == TokenKind.CLOSE_PAREN;
          if (depth == 1 && i > 1 && last && isDirection(i)) {
            TokenKind before = cursor.peek(i - 1).kind();
            return before != TokenKind.COMMA && before != TokenKind.DOT;
          }
        }
        default -> {}
      }
      if (depth == 0) {
        return false;
      }
    }
  }

  private boolean isDirection(int ahead) {
    for (String word : List.of("ASC", "DESC", "ASCENDING", "DESCENDING")) {
      if (cursor.isWordAhead(ahead, word)) {
        return true;
      }
    }
    return false;
  }

  /** One or more TTLs. */
  List<Storage.Ttl> ttls() {
    List<Storage.Ttl> ttls = new ArrayList<>();
    ttls.add(ttl());
    while (cursor.at(TokenKind.COMMA) && !actionFollows()) {
      cursor.next();
      ttls.add(ttl());
    }
    return ttls;
  }

  /** Whether what stands behind the comma here is another action of ALTER about TTL. */
  private boolean actionFollows() {
    return cursor.isWordAhead(2, "TTL")
        && TTL_ACTIONS.stream().anyMatch(word -> cursor.isWordAhead(1, word));
  }

  private Storage.Ttl ttl() {
    Position start = cursor.position();
    Expr time = grammar.expressions.plain();
    if (cursor.acceptWords("TO", "DISK")) {
      return ttl(start, time, TtlAction.TO_DISK, cursor.string(), List.of());
    }
    if (cursor.acceptWords("TO", "VOLUME")) {
      return ttl(start, time, TtlAction.TO_VOLUME, cursor.string(), List.of());
    }
    if (cursor.acceptWords("RECOMPRESS", "CODEC")) {
      return ttl(start, time, TtlAction.RECOMPRESS, null, elements.calls());
    }
    if (cursor.acceptWords("GROUP", "BY")) {
      List<Expr> keys = grammar.expressions.elements();
      List<Assignment> assignments =
          cursor.acceptWords("SET") ? grammar.list(this::assignment) : List.of();
      return new Storage.Ttl(
          start, time, TtlAction.GROUP_BY, null, List.of(), null, keys, assignments);
    }
    cursor.acceptWords("DELETE");
    Expr where = cursor.acceptWords("WHERE") ? grammar.expressions.plain() : null;
    return new Storage.Ttl(
        start, time, TtlAction.DELETE, null, List.of(), where, List.of(), List.of());
  }

  private static Storage.Ttl ttl(
      Position start, Expr time, TtlAction action, @Nullable String target, List<Call> codec) {
    return new Storage.Ttl(start, time, action, target, codec, null, List.of(), List.of());
  }

  /** {@code column = expression}. */
  Assignment assignment() {
    Position start = cursor.position();
    StringBuilder column = new StringBuilder(cursor.name());
    while (cursor.accept(TokenKind.DOT)) {
      column.append('.').append(cursor.name());
    }
    cursor.expect(TokenKind.EQUALS);
    return new Assignment(start, column.toString(), grammar.expressions.plain());
  }
}
