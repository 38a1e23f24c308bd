// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import io.twinhouse.sql.statement.ServerCommand;
import io.twinhouse.sql.statement.ServerCommand.KillMode;
import io.twinhouse.sql.statement.Statement;
import java.util.ArrayList;
import java.util.List;

/** KILL and SYSTEM. */
final class AdminParser {
  /** Commands with what they are about: nothing (-), maybe (?) or always (!) a name. */
  private static final List<String> COMMANDS =
      List.of(
          "FLUSH LOGS?",
          "FLUSH DISTRIBUTED!",
          "FLUSH ASYNC INSERT QUEUE?",
          "FLUSH OBJECT STORAGE?",
          "STOP TTL MERGES?",
          "START TTL MERGES?",
          "STOP MERGES?",
          "START MERGES?",
          "STOP MOVES?",
          "START MOVES?",
          "STOP FETCHES?",
          "START FETCHES?",
          "STOP REPLICATED SENDS?",
          "START REPLICATED SENDS?",
          "STOP REPLICATION QUEUES?",
          "START REPLICATION QUEUES?",
          "STOP DISTRIBUTED SENDS?",
          "START DISTRIBUTED SENDS?",
          "STOP PULLING REPLICATION LOG?",
          "START PULLING REPLICATION LOG?",
          "STOP CLEANUP?",
          "START CLEANUP?",
          "STOP LISTEN!",
          "START LISTEN!",
          "STOP VIEWS-",
          "START VIEWS-",
          "STOP VIEW!",
          "START VIEW!",
          "REFRESH VIEW!",
          "CANCEL VIEW!",
          "WAIT VIEW!",
          "SYNC REPLICA!",
          "SYNC DATABASE REPLICA!",
          "SYNC FILE CACHE-",
          "SYNC FILESYSTEM CACHE-",
          "RESTART REPLICAS-",
          "RESTART REPLICA!",
          "RESTORE REPLICA!",
          "RELOAD CONFIG-",
          "RELOAD USERS-",
          "RELOAD DICTIONARIES-",
          "RELOAD EMBEDDED DICTIONARIES-",
          "RELOAD DICTIONARY!",
          "RELOAD FUNCTIONS-",
          "RELOAD FUNCTION!",
          "RELOAD ASYNCHRONOUS METRICS-",
          "PREWARM MARK CACHE!",
          "PREWARM PRIMARY INDEX CACHE!",
          "UNLOAD PRIMARY KEY?",
          "LOAD PRIMARY KEY?",
          "WAIT LOADING PARTS?",
          "ENABLE FAILPOINT!",
          "DISABLE FAILPOINT!",
          "SHUTDOWN-",
          "KILL-");

  private static final List<String> CACHES =
      List.of(
          "MARK",
          "PRIMARY INDEX",
          "INDEX MARK",
          "INDEX UNCOMPRESSED",
          "UNCOMPRESSED",
          "DNS",
          "QUERY CONDITION",
          "QUERY",
          "COMPILED EXPRESSION",
          "FILESYSTEM",
          "MMAP",
          "PAGE",
          "SCHEMA",
          "FORMAT SCHEMA",
          "VECTOR SIMILARITY INDEX",
          "ICEBERG METADATA",
          "AVRO SCHEMA",
          "PARQUET METADATA",
          "S3 CLIENT",
          "CONNECTIONS");

  private final Grammar grammar;
  private final Cursor cursor;

  AdminParser(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
  }

  Statement command() {
    Position start = cursor.position();
    return cursor.acceptWords("KILL") ? kill(start) : system(start);
  }

  private Statement kill(Position start) {
    boolean mutation = cursor.acceptWords("MUTATION");
    if (!mutation) {
      cursor.expectWords("QUERY");
    }
    String cluster = CreateParser.cluster(cursor);
    cursor.expectWords("WHERE");
    Expr where = grammar.expressions.plain();
    KillMode mode = KillMode.ASYNC;
    for (KillMode each : KillMode.values()) {
      if (cursor.acceptWords(each.name())) {
        mode = each;
        break;
      }
    }
    return new ServerCommand.Kill(start, mutation, cluster, where, mode);
  }

  private Statement system(Position start) {
    cursor.expectWords("SYSTEM");
    for (String entry : COMMANDS) {
      int last = entry.length() - 1;
      String command = entry.substring(0, last);
      if (cursor.acceptWords(command.split(" "))) {
        return command(start, command, entry.charAt(last));
      }
    }
    boolean clears = cursor.acceptWords("DROP") || cursor.acceptWords("CLEAR");
    if (clears) {
      for (String cache : CACHES) {
        String command = cache + " CACHE";
        if (cursor.acceptWords(command.split(" "))) {
          return cache(start, command);
        }
      }
      if (cursor.acceptWords("TEXT", "INDEX", "CACHES")) {
        return command(start, "CLEAR TEXT INDEX CACHES", '-');
      }
    }
    TokenKind second = cursor.peek(1).kind();
    boolean more = clears || second == TokenKind.WORD;
    if (more && cursor.peek().kind() == TokenKind.WORD) {
      throw StatementParser.refusal("SYSTEM " + cursor.slice(cursor.peek()));
    }
    throw cursor.failure();
  }

  /** A name, which may stand in single quotes too. */
  private Identifier target() {
    if (!cursor.at(TokenKind.STRING)) {
      return grammar.columnSets.identifier();
    }
    Position start = cursor.position();
    return new Identifier(start, Identifier.of(cursor.string().split("\\.", 2)).parts());
  }

  /** A cache, or the part of it that is for something. */
  private Statement cache(Position start, String command) {
    String cluster = CreateParser.cluster(cursor);
    List<Identifier> part = new ArrayList<>();
    if (command.equals("QUERY CACHE") && cursor.acceptWords("TAG")) {
      part.add(Identifier.of(cursor.string()));
    } else if (command.endsWith("SCHEMA CACHE") && cursor.acceptWords("FOR")) {
      part.add(grammar.columnSets.identifier());
    } else if (command.equals("FILESYSTEM CACHE") && cursor.peek().kind() == TokenKind.STRING) {
      part.add(Identifier.of(cursor.string()));
    }
    return new ServerCommand.SystemCommand(start, "CLEAR " + command, cluster, part);
  }

  private Statement command(Position start, String command, char about) {
    String cluster = CreateParser.cluster(cursor);
    List<Identifier> targets = new ArrayList<>();
    boolean named = about == '!' || (about == '?' && cursor.atName());
    if (named) {
      targets.addAll(grammar.list(this::target));
    }
    return new ServerCommand.SystemCommand(start, command, cluster, targets);
  }
}
