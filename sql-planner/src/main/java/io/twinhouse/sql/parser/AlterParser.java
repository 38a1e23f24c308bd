// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.ast.TypeName;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import io.twinhouse.sql.parser.word.Operator;
import io.twinhouse.sql.statement.AlterAction;
import io.twinhouse.sql.statement.AlterAction.Element;
import io.twinhouse.sql.statement.AlterAction.PartitionCommand;
import io.twinhouse.sql.statement.AlterAction.Place;
import io.twinhouse.sql.statement.AlterTable;
import io.twinhouse.sql.statement.Assignment;
import io.twinhouse.sql.statement.ColumnDefinition;
import io.twinhouse.sql.statement.Partition;
import io.twinhouse.sql.statement.Statement;
import io.twinhouse.sql.statement.ViewSecurity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** ALTER TABLE. */
final class AlterParser {
  private static final List<String> PROPERTIES =
      List.of("DEFAULT", "MATERIALIZED", "ALIAS", "COMMENT", "CODEC", "TTL", "SETTINGS");

  private static final Set<String> PARTITION_CALLS = Set.of("tuple", "array", "negate", "CAST");

  private final Grammar grammar;
  private final Cursor cursor;
  private final AccessParser access;
  private final TableElementsParser elements;
  private final StorageParser storages;

  AlterParser(Grammar grammar, AccessParser access) {
    this.grammar = grammar;
    this.access = access;
    cursor = grammar.cursor;
    elements = new TableElementsParser(grammar);
    storages = new StorageParser(grammar, elements);
  }

  Statement alter() {
    Position start = cursor.position();
    cursor.expectWords("ALTER");
    Statement ofAccess = access.alter(start);
    if (ofAccess != null) {
      return ofAccess;
    }
    if (!cursor.acceptWords("TABLE")) {
      if (cursor.peek().kind() == TokenKind.WORD && !cursor.atWords("TABLE")) {
        String what = cursor.slice(cursor.peek()).toUpperCase(Locale.ROOT);
        if (List.of("DATABASE", "NAMED").contains(what)) {
          throw StatementParser.refusal("ALTER " + what);
        }
      }
      throw cursor.failure();
    }
    Identifier table = grammar.columnSets.identifier();
    String cluster = CreateParser.cluster(cursor);
    return new AlterTable(start, table, cluster, grammar.list(this::bracketedAction));
  }

  private AlterAction bracketedAction() {
    boolean bracket = cursor.accept(TokenKind.OPEN_PAREN);
    AlterAction action = action();
    if (bracket) {
      cursor.expect(TokenKind.CLOSE_PAREN);
    }
    return action;
  }

  private AlterAction action() {
    Position start = cursor.position();
    String word = cursor.slice(cursor.peek()).toUpperCase(Locale.ROOT);
    return switch (word) {
      case "ADD" -> add(start);
      case "DROP" -> drop(start);
      case "CLEAR" -> clear(start);
      case "MODIFY", "ALTER" -> modify(start);
      case "RENAME" -> rename(start);
      case "COMMENT" -> comment(start);
      case "MATERIALIZE" -> materialize(start);
      case "REMOVE" -> remove(start);
      case "RESET" -> reset(start);
      case "UPDATE" -> update(start);
      case "DELETE" -> delete(start);
      case "ATTACH", "DETACH", "FORGET", "FREEZE", "UNFREEZE" -> partition(start, word);
      case "REPLACE", "MOVE", "FETCH" -> transfer(start, word);
      case "APPLY", "REWRITE" -> apply(start);
      default -> {
        cursor.note("ALTER command");
        throw cursor.failure();
      }
    };
  }

  private boolean ifExists() {
    return cursor.acceptWords("IF", "EXISTS");
  }

  private boolean ifNotExists() {
    return cursor.acceptWords("IF", "NOT", "EXISTS");
  }

  /** A column's name, with dots if it is within a Nested. */
  private String columnName() {
    StringBuilder name = new StringBuilder(cursor.name());
    while (cursor.accept(TokenKind.DOT)) {
      name.append('.').append(cursor.name());
    }
    return name.toString();
  }

  private Place place() {
    if (cursor.acceptWords("FIRST")) {
      return new Place(true, null);
    }
    return cursor.acceptWords("AFTER") ? new Place(false, columnName()) : Place.UNSPECIFIED;
  }

  private AlterAction add(Position start) {
    cursor.next();
    if (cursor.acceptWords("COLUMN")) {
      boolean ifNotExists = ifNotExists();
      ColumnDefinition column = elements.column(cursor.position(), columnName());
      if (column.type() == null && column.defaultKind() == null) {
        cursor.note("data type");
        throw cursor.failure();
      }
      return new AlterAction.AddColumn(start, ifNotExists, column, place());
    }
    if (cursor.acceptWords("INDEX")) {
      return new AlterAction.AddIndex(start, ifNotExists(), elements.index(), place());
    }
    if (cursor.acceptWords("CONSTRAINT")) {
      return new AlterAction.AddConstraint(start, ifNotExists(), elements.constraint());
    }
    if (cursor.acceptWords("PROJECTION")) {
      return new AlterAction.AddProjection(start, ifNotExists(), elements.projection(), place());
    }
    throw refusedStatistics();
  }

  private RuntimeException refusedStatistics() {
    return cursor.atWords("STATISTICS")
        ? StatementParser.refusal("ALTER of STATISTICS")
        : cursor.failure();
  }

  private AlterAction drop(Position start) {
    cursor.next();
    if (cursor.acceptWords("COLUMN")) {
      return new AlterAction.DropColumn(start, ifExists(), columnName());
    }
    Element element = element();
    if (element != null) {
      return new AlterAction.DropElement(start, element, false, ifExists(), cursor.name(), null);
    }
    boolean detached = cursor.acceptWords("DETACHED");
    Partition partition = optionalPartition(false);
    if (partition == null) {
      throw refusedStatistics();
    }
    PartitionCommand command = detached ? PartitionCommand.DROP_DETACHED : PartitionCommand.DROP;
    return new AlterAction.ChangePartition(start, command, partition, null);
  }

  /** INDEX, CONSTRAINT or PROJECTION; null if something else is here. */
  private @Nullable Element element() {
    for (Element element : List.of(Element.INDEX, Element.CONSTRAINT, Element.PROJECTION)) {
      if (cursor.acceptWords(element.name())) {
        return element;
      }
    }
    return null;
  }

  private AlterAction clear(Position start) {
    cursor.next();
    if (cursor.acceptWords("COLUMN")) {
      boolean ifExists = ifExists();
      String column = columnName();
      return new AlterAction.ClearColumn(start, ifExists, column, optionalPartition(true));
    }
    Element element = element();
    if (element == null || element == Element.CONSTRAINT) {
      throw refusedStatistics();
    }
    boolean ifExists = ifExists();
    String name = cursor.name();
    Partition partition = optionalPartition(true);
    return new AlterAction.DropElement(start, element, true, ifExists, name, partition);
  }

  private AlterAction modify(Position start) {
    boolean alter = cursor.acceptWords("ALTER");
    if (!alter) {
      cursor.expectWords("MODIFY");
    }
    if (cursor.acceptWords("COLUMN")) {
      return modifyColumn(start, alter);
    }
    if (cursor.acceptWords("COMMENT")) {
      return new AlterAction.ModifyComment(start, cursor.string());
    }
    if (cursor.acceptWords("ORDER", "BY")) {
      return new AlterAction.ModifyOrderBy(start, grammar.expressions.plain());
    }
    if (cursor.acceptWords("SAMPLE", "BY")) {
      return new AlterAction.ModifySampleBy(start, grammar.expressions.plain());
    }
    if (cursor.acceptWords("TTL")) {
      return new AlterAction.ModifyTtl(start, storages.ttls());
    }
    if (cursor.acceptWords("SETTING")) {
      return new AlterAction.ModifySettings(start, grammar.settings.changes());
    }
    if (cursor.acceptWords("QUERY")) {
      return new AlterAction.ModifyQuery(start, grammar.queries.query());
    }
    ViewSecurity security = CreateParser.security(cursor, access);
    if (security == null) {
      throw refusedStatistics();
    }
    return new AlterAction.ModifySecurity(start, security);
  }

  private AlterAction modifyColumn(Position start, boolean alter) {
    boolean ifExists = ifExists();
    Position at = cursor.position();
    String column = columnName();
    if (cursor.acceptWords("REMOVE")) {
      for (String property : PROPERTIES) {
        if (cursor.acceptWords(property)) {
          return new AlterAction.RemoveFromColumn(start, ifExists, column, property);
        }
      }
      throw cursor.failure();
    }
    if (cursor.acceptWords("MODIFY", "SETTING")) {
      List<SettingChange> settings = grammar.settings.changes();
      return new AlterAction.ColumnSettings(start, ifExists, column, false, settings);
    }
    if (cursor.acceptWords("ADD", "ENUM")) {
      return new AlterAction.AddEnumValues(start, ifExists, column, enumValues());
    }
    if (cursor.acceptWords("RESET", "SETTING")) {
      List<SettingChange> names =
          grammar.list(() -> new SettingChange(cursor.position(), cursor.name(), null));
      return new AlterAction.ColumnSettings(start, ifExists, column, true, names);
    }
    if (alter) {
      cursor.expectWords("TYPE");
    }
    ColumnDefinition definition = elements.column(at, column);
    if (!alter) {
      requireSaid(definition);
    }
    return new AlterAction.ModifyColumn(start, ifExists, definition, place());
  }

  /** {@code VALUES ('a' = 1, ...)}, which reads as a type does. */
  private TypeName enumValues() {
    boolean listed = cursor.atWords("VALUES") && cursor.peek(1).kind() == TokenKind.OPEN_PAREN;
    if (!listed) {
      cursor.note("VALUES");
      throw cursor.failure();
    }
    return grammar.types.parse();
  }

  /** A place alone is no change: the server takes the word for a type. */
  private void requireSaid(ColumnDefinition column) {
    boolean said =
        column.type() != null
            || column.nullability() != ColumnDefinition.Nullability.UNSPECIFIED
            || column.defaultKind() != null
            || column.comment() != null
            || !column.codec().isEmpty()
            || !column.statistics().isEmpty()
            || !column.settings().isEmpty()
            || column.ttl() != null;
    if (!said) {
      if (cursor.atWords("FIRST")) {
        throw new TwinhouseException(
            ErrorCode.UNKNOWN_TYPE, "Unknown data type family: " + cursor.slice(cursor.peek()));
      }
      cursor.note("data type");
      throw cursor.failure();
    }
  }

  private AlterAction rename(Position start) {
    cursor.next();
    cursor.expectWords("COLUMN");
    boolean ifExists = ifExists();
    String from = columnName();
    cursor.expectWords("TO");
    return new AlterAction.RenameColumn(start, ifExists, from, columnName());
  }

  private AlterAction comment(Position start) {
    cursor.next();
    cursor.expectWords("COLUMN");
    boolean ifExists = ifExists();
    String column = columnName();
    return new AlterAction.CommentColumn(start, ifExists, column, cursor.string());
  }

  private AlterAction materialize(Position start) {
    cursor.next();
    if (cursor.acceptWords("TTL")) {
      Partition partition = optionalPartition(true);
      return new AlterAction.Materialize(start, Element.TTL, false, null, partition);
    }
    Element element = cursor.acceptWords("COLUMN") ? Element.COLUMN : element();
    if (element == null || element == Element.CONSTRAINT) {
      throw refusedStatistics();
    }
    boolean ifExists = ifExists();
    String name = columnName();
    return new AlterAction.Materialize(start, element, ifExists, name, optionalPartition(true));
  }

  private AlterAction remove(Position start) {
    cursor.next();
    if (cursor.acceptWords("TTL")) {
      return new AlterAction.ModifyTtl(start, List.of());
    }
    cursor.expectWords("SAMPLE", "BY");
    return new AlterAction.ModifySampleBy(start, null);
  }

  private AlterAction reset(Position start) {
    cursor.next();
    cursor.expectWords("SETTING");
    return new AlterAction.ResetSettings(start, grammar.list(cursor::name));
  }

  /** One or more assignments. */
  List<Assignment> assignments() {
    List<Assignment> assignments = new ArrayList<>();
    do {
      assignments.add(assignment());
    } while (cursor.accept(TokenKind.COMMA));
    return assignments;
  }

  /** IN PARTITION would be taken for the operator IN, so it is looked for first. */
  private Assignment assignment() {
    return storages.assignment();
  }

  private AlterAction update(Position start) {
    cursor.next();
    List<Assignment> assignments = assignments();
    Partition partition = optionalPartition(true);
    cursor.expectWords("WHERE");
    return new AlterAction.Update(start, assignments, partition, grammar.expressions.plain());
  }

  private AlterAction delete(Position start) {
    cursor.next();
    Partition partition = optionalPartition(true);
    cursor.expectWords("WHERE");
    return new AlterAction.Delete(start, partition, grammar.expressions.plain());
  }

  private AlterAction partition(Position start, String word) {
    cursor.next();
    PartitionCommand command = PartitionCommand.valueOf(word);
    Partition partition = optionalPartition(false);
    boolean freezes = command == PartitionCommand.FREEZE || command == PartitionCommand.UNFREEZE;
    if (partition == null && !freezes) {
      throw cursor.failure();
    }
    if (command == PartitionCommand.ATTACH
        && partition != null
        && !(partition instanceof Partition.Part)
        && cursor.acceptWords("FROM")) {
      Identifier from = grammar.columnSets.identifier();
      return new AlterAction.CopyPartition(start, false, partition, from);
    }
    String name = freezes && cursor.acceptWords("WITH", "NAME") ? cursor.string() : null;
    boolean nameless = command == PartitionCommand.UNFREEZE && name == null;
    if (nameless || (freezes && partition instanceof Partition.Part)) {
      throw cursor.failure();
    }
    return new AlterAction.ChangePartition(start, command, partition, name);
  }

  private AlterAction transfer(Position start, String word) {
    cursor.next();
    Partition partition = optionalPartition(false);
    if (partition == null) {
      throw cursor.failure();
    }
    boolean part = partition instanceof Partition.Part;
    if (part && word.equals("REPLACE")) {
      throw cursor.failure();
    }
    if (word.equals("MOVE")) {
      cursor.expectWords("TO");
      if (!part && cursor.acceptWords("TABLE")) {
        Identifier table = grammar.columnSets.identifier();
        return new AlterAction.MovePartition(start, partition, table, null, null);
      }
      boolean disk = cursor.acceptWords("DISK");
      if (!disk) {
        cursor.expectWords("VOLUME");
      }
      String target = cursor.string();
      return new AlterAction.MovePartition(
          start, partition, null, disk ? target : null, disk ? null : target);
    }
    cursor.expectWords("FROM");
    if (word.equals("FETCH")) {
      return new AlterAction.FetchPartition(start, partition, cursor.string());
    }
    Identifier from = grammar.columnSets.identifier();
    return new AlterAction.CopyPartition(start, true, partition, from);
  }

  private AlterAction apply(Position start) {
    AlterAction.Applied what = AlterAction.Applied.NOTHING;
    if (cursor.acceptWords("APPLY")) {
      boolean mask = cursor.acceptWords("DELETED", "MASK");
      if (!mask) {
        cursor.expectWords("PATCHES");
      }
      what = mask ? AlterAction.Applied.DELETED_MASK : AlterAction.Applied.PATCHES;
    } else {
      cursor.expectWords("REWRITE", "PARTS");
    }
    return new AlterAction.Apply(start, what, optionalPartition(true));
  }

  /** {@code [IN] PARTITION ...} or {@code PART ...}; null if there is none. */
  @Nullable Partition optionalPartition(boolean withIn) {
    if (withIn) {
      if (!cursor.acceptWords("IN", "PARTITION")) {
        return null;
      }
      return partitionValue();
    }
    if (cursor.acceptWords("PART")) {
      return new Partition.Part(cursor.string());
    }
    return cursor.acceptWords("PARTITION") ? partitionValue() : null;
  }

  /** Other calls than these are taken within a tuple alone. */
  private static boolean isValue(Expr value) {
    return value instanceof Call call
        ? PARTITION_CALLS.contains(call.name())
        : !(value instanceof Identifier);
  }

  private Partition partitionValue() {
    if (cursor.isWordAhead(0, "ID") && cursor.peek(1).kind() == TokenKind.STRING) {
      cursor.next();
      return new Partition.ById(cursor.string());
    }
    if (cursor.acceptWords("ALL")) {
      return new Partition.All();
    }
    Expr value = grammar.expressions.binary(Operator.CONCAT);
    if (!isValue(value)) {
      throw cursor.failure();
    }
    return new Partition.Of(value);
  }
}
