// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.engine.type.common.CarriedZones;
import io.twinhouse.sql.analyse.scope.EnumElements;
import io.twinhouse.sql.catalog.KeyColumns;
import io.twinhouse.sql.prepare.column.RenamedColumn;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.AlterAction;
import io.twinhouse.sql.statement.ColumnDefinition.Nullability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of a table while ALTER changes them. One thread. */
final class ColumnChanges {

  private final TableDefinition old;
  private final TableDefinitions definitions;
  private final List<ColumnDefinition> columns;
  private final Map<String, String> kept = new HashMap<>();
  private final List<String> dropped = new ArrayList<>();
  private final Set<String> converted = new HashSet<>();

  ColumnChanges(TableDefinition old, TableDefinitions definitions) {
    this.old = old;
    this.definitions = definitions;
    this.columns = new ArrayList<>(old.columns());
    columns.forEach(column -> kept.put(column.name(), column.name()));
  }

  /** Applies an action; false if it is about no column. */
  boolean accept(AlterAction action) {
    if (action instanceof AlterAction.AddColumn add) {
      add(add);
    } else if (action instanceof AlterAction.DropColumn drop) {
      drop(drop);
    } else if (action instanceof AlterAction.RenameColumn rename) {
      rename(rename);
    } else if (action instanceof AlterAction.CommentColumn comment) {
      comment(comment);
    } else if (action instanceof AlterAction.ModifyColumn modify) {
      modify(modify);
    } else if (action instanceof AlterAction.AddEnumValues add) {
      extend(add);
    } else if (action instanceof AlterAction.RemoveFromColumn remove) {
      remove(remove);
    } else if (action instanceof AlterAction.ClearColumn clear) {
      clear(clear);
    } else {
      return false;
    }
    return true;
  }

  private int index(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Position of a column that must be there; -1 if it is not and need not be. */
  private int find(String name, boolean ifExists, String what) {
    int index = index(name);
    if (index < 0 && !ifExists) {
      throw new TwinhouseException(ErrorCode.NOT_FOUND_COLUMN_IN_BLOCK, what);
    }
    return index;
  }

  private static String wrongName(String name, String purpose) {
    return "Wrong column name. Cannot find column `" + name + "` to " + purpose + ".";
  }

  private void add(AlterAction.AddColumn add) {
    String name = add.column().name();
    if (index(name) >= 0) {
      if (add.ifNotExists()) {
        return;
      }
      throw new TwinhouseException(
          ErrorCode.DUPLICATE_COLUMN,
          "Cannot add column `" + name + "`: column with this name already exists.");
    }
    place(definitions.column(add.column(), columns), add.place());
    kept.remove(name);
  }

  private void place(ColumnDefinition column, AlterAction.Place place) {
    if (place.first()) {
      columns.add(0, column);
      return;
    }
    String after = place.after();
    int at = after == null ? columns.size() - 1 : index(after);
    if (after != null && at < 0) {
      throw new TwinhouseException(
          ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
          "Wrong column name. Cannot find column " + after + " to insert after.");
    }
    columns.add(at + 1, column);
  }

  private void drop(AlterAction.DropColumn drop) {
    int index = find(drop.column(), drop.ifExists(), wrongName(drop.column(), "drop"));
    if (index < 0) {
      return;
    }
    columns.remove(index);
    kept.remove(drop.column());
    dropped.add(drop.column());
    for (ColumnDefinition column : columns) {
      String expression = column.expression();
      if (expression != null && KeyColumns.isIn(drop.column(), List.of(expression))) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_COLUMN,
            "Cannot drop column "
                + drop.column()
                + ", because column "
                + column.name()
                + " depends on it");
      }
    }
  }

  /** Refuses a name that no column has; the position of the column, -1 if none is fine. */
  int requireFound(AlterAction.RenameColumn rename) {
    return find(rename.from(), rename.ifExists(), wrongName(rename.from(), "rename"));
  }

  private void rename(AlterAction.RenameColumn rename) {
    int index = requireFound(rename);
    if (index < 0) {
      return;
    }
    if (index(rename.to()) >= 0) {
      throw new TwinhouseException(
          ErrorCode.DUPLICATE_COLUMN,
          "Cannot rename to `" + rename.to() + "`: column with this name already exists.");
    }
    requireNoKey(rename.from(), "RENAME");
    requireSameStructure(rename);
    RenamedColumn renamed = new RenamedColumn(rename.from(), rename.to());
    columns.replaceAll(renamed::in);
    ColumnDefinition column = columns.get(index);
    columns.set(index, with(column, rename.to(), column.comment()));
    String before = kept.remove(rename.from());
    if (before != null) {
      kept.put(rename.to(), before);
    }
  }

  /** A column of a nested structure stays one of it. */
  private static void requireSameStructure(AlterAction.RenameColumn rename) {
    int from = rename.from().indexOf('.');
    int to = rename.to().indexOf('.');
    if ((from < 0) != (to < 0)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Cannot rename column from nested struct to normal column and vice versa.");
    }
    if (from >= 0 && !rename.from().substring(0, from).equals(rename.to().substring(0, to))) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Cannot rename column from one nested name to another.");
    }
  }

  private static boolean isNamed(String column, String expression) {
    return KeyColumns.isIn(column, List.of(expression));
  }

  private void requireNoKey(String column, String action) {
    if (KeyColumns.isKey(column, old)) {
      throw new TwinhouseException(
          ErrorCode.ALTER_OF_COLUMN_IS_FORBIDDEN,
          "Trying to ALTER "
              + action
              + " key "
              + column
              + " column which is a part of key expression.");
    }
  }

  private static ColumnDefinition with(ColumnDefinition column, String name, String comment) {
    return new ColumnDefinition(
        name,
        column.type(),
        column.kind(),
        column.expression(),
        comment,
        column.codec(),
        column.ttl());
  }

  private void comment(AlterAction.CommentColumn action) {
    int index = find(action.column(), action.ifExists(), wrongName(action.column(), "comment"));
    if (index >= 0) {
      ColumnDefinition column = columns.get(index);
      columns.set(index, with(column, column.name(), action.comment()));
    }
  }

  /** The values in all rows begin anew with the default. */
  private void clear(AlterAction.ClearColumn action) {
    // a table in memory keeps its values, as on the server
    if (isClearable(action) && old.engine().endsWith("MergeTree")) {
      kept.remove(action.column());
    }
  }

  /** Whether a column is there that may begin anew. */
  boolean isClearable(AlterAction.ClearColumn action) {
    int index = find(action.column(), action.ifExists(), wrongName(action.column(), "clear"));
    if (index >= 0) {
      requireNoKey(action.column(), "DROP");
    }
    return index >= 0;
  }

  private void modify(AlterAction.ModifyColumn action) {
    io.twinhouse.sql.statement.ColumnDefinition declared = action.column();
    String what = "Wrong column. Cannot find column `" + declared.name() + "` to modify.";
    int index = find(declared.name(), action.ifExists(), what);
    if (index < 0) {
      return;
    }
    ColumnDefinition before = columns.get(index);
    Type type =
        declared.type() == null
            ? before.type()
            : TypeParser.parse(SqlPrinter.print(declared.type()));
    if (declared.nullability() == Nullability.NULL) {
      type = type.toNullable();
    }
    if (!CarriedZones.dropped(type).equals(CarriedZones.dropped(before.type()))) {
      requireConvertible(before, type);
    }
    ColumnDefinition modified = modified(before, declared, type);
    if (before.type().isNullable() && !type.isNullable() && modified.expression() == null) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Cannot convert column '"
              + before.name()
              + "' from nullable type "
              + before.type().name()
              + " to non-nullable type "
              + type.name()
              + ". Please specify `DEFAULT` expression in ALTER MODIFY COLUMN statement.");
    }
    columns.set(index, declared.type() == null ? modified : definitions.zones().of(modified));
    String after = action.place().after();
    boolean moved = after != null && !after.equals(declared.name());
    if (action.place().first() || moved) {
      place(columns.remove(index), action.place());
    }
  }

  private void extend(AlterAction.AddEnumValues action) {
    String what = "Wrong column. Cannot find column `" + action.column() + "` to modify.";
    int index = find(action.column(), action.ifExists(), what);
    if (index < 0) {
      return;
    }
    requireThereBefore(action.column());
    ColumnDefinition before = columns.get(index);
    if (!(before.type().base() instanceof EnumType type)
        || before.type() instanceof LowCardinalityType) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_COLUMN, "Cannot ADD ENUM VALUES to column " + action.column() + ".");
    }
    EnumType extended = EnumElements.extended(type, action.values());
    if (!extended.equals(type)) {
      requireConvertible(before, extended);
      columns.set(
          index,
          new ColumnDefinition(
              before.name(),
              before.type().isNullable() ? extended.toNullable() : extended,
              before.kind(),
              before.expression(),
              before.comment(),
              before.codec(),
              before.ttl()));
    }
  }

  private void requireThereBefore(String column) {
    if (old.column(column).isPresent()) {
      return;
    }
    if (kept.containsKey(column)) {
      throw StatementPreparer.notImplemented("RENAME and MODIFY of one column in one ALTER");
    }
    throw new TwinhouseException(
        ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
        "Cannot ADD ENUM VALUES to column `"
            + column
            + "`: it does not exist in the table. Adding enum values to a column created in the"
            + " same ALTER statement is not supported.");
  }

  private void requireConvertible(ColumnDefinition before, Type type) {
    if (EnumElements.areKept(before.type(), type)) {
      // the numbers stay what they are, in keys too
      return;
    }
    if (KeyColumns.isIn(before.name(), old.engineArguments())) {
      throw StatementPreparer.notImplemented("MODIFY COLUMN of a version or sign to another type");
    }
    if (KeyColumns.isKey(before.name(), old)) {
      throw new TwinhouseException(
          ErrorCode.ALTER_OF_COLUMN_IS_FORBIDDEN,
          "ALTER of key column "
              + before.name()
              + " from type "
              + before.type().name()
              + " to type "
              + type.name()
              + " is not safe because it can change the representation of primary key.");
    }
    if (!isUnstored(before.kind())) {
      if (!kept.containsKey(before.name())) {
        throw StatementPreparer.notImplemented("ADD and MODIFY of one column in one ALTER");
      }
      converted.add(before.name());
    }
  }

  /** Columns whose values are cast to another type. */
  Set<String> converted() {
    return converted;
  }

  private ColumnDefinition modified(
      ColumnDefinition before, io.twinhouse.sql.statement.ColumnDefinition declared, Type type) {
    Kind kind = before.kind();
    @Nullable String expression = before.expression();
    if (declared.defaultKind() != null) {
      ColumnDefinition asDeclared = definitions.column(declared, columns);
      kind = asDeclared.kind();
      expression = asDeclared.expression();
    }
    if (kind != before.kind() && (isUnstored(kind) || isUnstored(before.kind()))) {
      throw StatementPreparer.notImplemented("MODIFY COLUMN to or from ALIAS or EPHEMERAL");
    }
    // without a type the server takes any codec, whether it makes sense or not
    boolean checked = declared.type() != null;
    return new ColumnDefinition(
        before.name(),
        type,
        kind,
        expression,
        declared.comment() == null ? before.comment() : declared.comment(),
        declared.codec().isEmpty()
            ? before.codec()
            : definitions.codecs(declared, type, kind, checked),
        declared.ttl() == null ? before.ttl() : TableDefinitions.timeText(declared.ttl()));
  }

  private static boolean isUnstored(Kind kind) {
    return kind == Kind.ALIAS || kind == Kind.EPHEMERAL;
  }

  private void remove(AlterAction.RemoveFromColumn action) {
    String what = "Wrong column. Cannot find column `" + action.column() + "` to modify.";
    int index = find(action.column(), action.ifExists(), what);
    if (index < 0) {
      return;
    }
    ColumnDefinition column = columns.get(index);
    String property = action.property();
    boolean there =
        switch (property) {
          case "DEFAULT", "MATERIALIZED", "ALIAS" -> column.kind().name().equals(property);
          case "COMMENT" -> !column.comment().isEmpty();
          case "CODEC" -> !column.codec().isEmpty();
          case "TTL" -> column.ttl() != null;
          default -> throw StatementPreparer.notImplemented("MODIFY COLUMN REMOVE " + property);
        };
    if (!there) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Column `" + column.name() + "` doesn't have " + property + ", cannot remove it.");
    }
    boolean value = property.equals(column.kind().name());
    columns.set(
        index,
        new ColumnDefinition(
            column.name(),
            column.type(),
            value ? Kind.PLAIN : column.kind(),
            value ? null : column.expression(),
            property.equals("COMMENT") ? "" : column.comment(),
            property.equals("CODEC") ? "" : column.codec(),
            property.equals("TTL") ? null : column.ttl()));
  }

  /** Refuses an addition to the sorting key that looks at columns with values. */
  void requireNew(String expression) {
    for (ColumnDefinition column : columns) {
      boolean named = isNamed(column.name(), expression);
      if (named && kept.containsKey(column.name())) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS,
            "Existing column "
                + column.name()
                + " is used in the expression that was added to the sorting key. You can add"
                + " expressions that use only the newly added columns.");
      }
      if (named && column.kind() != Kind.PLAIN) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS,
            "Newly added column "
                + column.name()
                + " has a default expression, so adding expressions that use it to the sorting key"
                + " is forbidden.");
      }
    }
  }

  List<ColumnDefinition> all() {
    return columns;
  }

  Map<String, String> kept() {
    return kept;
  }

  List<String> dropped() {
    return dropped;
  }
}
