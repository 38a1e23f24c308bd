// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lookup;

import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.lookup.LookupAttribute;
import io.twinhouse.engine.lookup.LookupDefinition;
import io.twinhouse.engine.lookup.LookupLayout;
import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.JoinStrictness;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.parser.SqlParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a table of engine Join is made for: one kind of JOIN, by one set of keys.
 *
 * @param keys names of columns, in order
 */
public record JoinEngine(JoinStrictness strictness, JoinKind kind, List<String> keys) {

  private static final String NAME = "Join";

  public JoinEngine {
    keys = List.copyOf(keys);
  }

  /**
   * Reads the arguments of the engine.
   *
   * @throws TwinhouseException NUMBER_OF_ARGUMENTS_DOESNT_MATCH, BAD_ARGUMENTS,
   *     NO_SUCH_COLUMN_IN_TABLE, NOT_IMPLEMENTED
   */
  public static JoinEngine of(TableDefinition table) {
    List<String> arguments = table.engineArguments();
    if (arguments.size() < 3) {
      throw new TwinhouseException(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Storage Join requires at least 3 parameters: Join(ANY|ALL|SEMI|ANTI,"
              + " LEFT|INNER|RIGHT|FULL, keys...).");
    }
    JoinStrictness strictness =
        switch (word(arguments.get(0))) {
          case "ANY" -> JoinStrictness.ANY;
          case "ALL" -> JoinStrictness.ALL;
          case "SEMI", "ANTI" ->
              throw new TwinhouseException(
                  ErrorCode.NOT_IMPLEMENTED,
                  "Engine Join of strictness SEMI or ANTI is not supported by the embedded store;"
                      + " use ANY or ALL");
          default ->
              throw bad("First parameter of storage Join must be ANY or ALL or SEMI or ANTI");
        };
    JoinKind kind =
        switch (word(arguments.get(1))) {
          case "LEFT" -> JoinKind.LEFT;
          case "INNER" -> JoinKind.INNER;
          case "RIGHT" -> JoinKind.RIGHT;
          case "FULL" -> JoinKind.FULL;
          default ->
              throw bad("Second parameter of storage Join must be LEFT or INNER or RIGHT or FULL");
        };
    Set<String> keys = new LinkedHashSet<>();
    for (String argument : arguments.subList(2, arguments.size())) {
      keys.add(key(argument, table));
    }
    if (strictness == JoinStrictness.ANY && kind == JoinKind.FULL) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "ANY FULL JOINs are not implemented.");
    }
    return new JoinEngine(strictness, kind, List.copyOf(keys));
  }

  private static String word(String argument) {
    Expr expression = SqlParser.parseExpression(argument);
    return expression instanceof Identifier name ? name.name().toUpperCase(Locale.ROOT) : "";
  }

  private static String key(String argument, TableDefinition table) {
    if (!(SqlParser.parseExpression(argument) instanceof Identifier name)) {
      throw bad("Parameter of storage Join must be a column name, not " + argument);
    }
    boolean kept = table.column(name.name()).filter(JoinEngine::isKept).isPresent();
    if (!kept) {
      throw new TwinhouseException(
          ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
          "Key column (" + name.name() + ") does not exist in table declaration.");
    }
    return name.name();
  }

  private static TwinhouseException bad(String message) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, message);
  }

  private static boolean isKept(ColumnDefinition column) {
    return column.kind() != Kind.ALIAS && column.kind() != Kind.EPHEMERAL;
  }

  /** Whether of several rows with the same key the first alone is kept. */
  public boolean keepsFirst() {
    return strictness == JoinStrictness.ANY && (kind == JoinKind.LEFT || kind == JoinKind.INNER);
  }

  /**
   * How joinGet looks rows up.
   *
   * @throws TwinhouseException INCOMPATIBLE_TYPE_OF_JOIN
   */
  static LookupDefinition definition(TableDefinition table) {
    JoinEngine engine = of(table);
    if (engine.strictness() != JoinStrictness.ANY || engine.kind() != JoinKind.LEFT) {
      throw new TwinhouseException(
          ErrorCode.INCOMPATIBLE_TYPE_OF_JOIN,
          "joinGet only supports StorageJoin of type Left Any");
    }
    List<Field> keys = new ArrayList<>();
    List<LookupAttribute> attributes = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (String key : engine.keys()) {
      table.column(key).ifPresent(column -> keys.add(new Field(key, plain(column.type()))));
    }
    keys.forEach(key -> columns.add(Quoting.cast(Quoting.name(key.name()), key.type())));
    for (ColumnDefinition column : table.columns()) {
      if (isKept(column) && !engine.keys().contains(column.name())) {
        Type type = LowCardinalityType.removedFrom(column.type());
        attributes.add(
            new LookupAttribute(column.name(), type, DefaultValues.of(type), false, false));
        columns.add(Quoting.cast(Quoting.name(column.name()), type));
      }
    }
    String from = Quoting.name(table.name().database()) + "." + Quoting.name(table.name().table());
    return new LookupDefinition(
        table.name().database(),
        table.name().table(),
        LookupLayout.JOINED,
        keys,
        null,
        attributes,
        List.of("SELECT " + String.join(", ", columns) + " FROM " + from),
        NAME,
        0,
        0,
        0);
  }

  private static Type plain(Type type) {
    return LowCardinalityType.removedFrom(type).withoutNullable();
  }
}
