// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare.column;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.catalog.SystemCatalog;
import io.twinhouse.sql.statement.Create;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks what CREATE TABLE says of a table of engine Alias. */
public final class AliasDefinitions {

  private static final String NO_COLUMNS =
      "Storage Alias does not support explicit column definitions.";
  private static final String NOT_AN_ALIAS = "Alias table cannot refer to another Alias table.";

  private final PlanningContext context;

  public AliasDefinitions(PlanningContext context) {
    this.context = context;
  }

  /** Whether a table of this engine, null for none named, is another name of one. */
  public static boolean isOne(@Nullable Call engine) {
    return engine != null && engine.name().equals(TableDefinition.ALIAS);
  }

  /**
   * The columns that the table behind an Alias has now, which are for the account alone.
   *
   * @param arguments of the engine, as they are written down
   */
  public List<ColumnDefinition> columns(
      TableName name, Create.Table create, List<String> arguments) {
    checkArguments(arguments);
    boolean declared =
        create.like() != null
            || create.elements() != null && !create.elements().columns().isEmpty();
    if (declared) {
      throw refusedColumns();
    }
    if (create.temporary()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A temporary table of engine Alias is not supported by the embedded engine");
    }
    TableName target =
        Objects.requireNonNull(
            TableDefinition.of(name, List.of(), TableDefinition.ALIAS).toBuilder()
                .engineArguments(arguments)
                .build()
                .aliased());
    if (target.table().isEmpty()) {
      throw new TwinhouseException(ErrorCode.UNKNOWN_TABLE, "Both table name and UUID are empty.");
    }
    if (target.equals(name)) {
      throw bad("Alias table cannot refer to itself.");
    }
    return columns(target);
  }

  private List<ColumnDefinition> columns(TableName target) {
    List<ColumnDefinition> own = SystemCatalog.columns(target);
    if (own != null) {
      return own;
    }
    if (!context.storage().databases().contains(target.database())) {
      return List.of();
    }
    TableDefinition table = context.storage().table(target).map(Table::definition).orElse(null);
    if (table == null) {
      return context.storage().view(target).map(ViewDefinition::columns).orElse(List.of());
    }
    if (table.aliased() != null) {
      throw another();
    }
    return table.columns();
  }

  private static void checkArguments(List<String> arguments) {
    if (arguments.isEmpty() || arguments.size() > 2) {
      throw new TwinhouseException(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Storage Alias requires target table name in ENGINE arguments. Use: ENGINE ="
              + " Alias('table_name') or ENGINE = Alias('database', 'table_name').");
    }
    for (String argument : arguments) {
      if (!argument.startsWith("'")) {
        throw bad("Argument 'table_name' must be a literal with type String, got " + argument);
      }
    }
  }

  /** Of columns that are declared. */
  public static TwinhouseException refusedColumns() {
    return bad(NO_COLUMNS);
  }

  /** Of what is another name of another name. */
  public static TwinhouseException another() {
    return bad(NOT_AN_ALIAS);
  }

  private static TwinhouseException bad(String message) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, message);
  }
}
