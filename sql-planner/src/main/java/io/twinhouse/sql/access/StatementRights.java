// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.access;

import io.twinhouse.engine.access.Permissions;
import io.twinhouse.engine.access.PrivilegeSet;
import io.twinhouse.engine.access.Privileges;
import io.twinhouse.engine.access.RightsElement;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.statement.AlterTable;
import io.twinhouse.sql.statement.Assignment;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.Drop;
import io.twinhouse.sql.statement.Formatted;
import io.twinhouse.sql.statement.Grant;
import io.twinhouse.sql.statement.Insert;
import io.twinhouse.sql.statement.Inspection;
import io.twinhouse.sql.statement.QueryStatement;
import io.twinhouse.sql.statement.ServerCommand;
import io.twinhouse.sql.statement.SessionCommand;
import io.twinhouse.sql.statement.Statement;
import io.twinhouse.sql.statement.TableCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rights that statements take but for the tables their queries read. Some are required before a
 * statement is looked at more closely, some when its table is known to be there.
 */
public final class StatementRights {

  private final PlanningContext context;
  private final Permissions permissions;

  private StatementRights(PlanningContext context, Permissions permissions) {
    this.context = context;
    this.permissions = permissions;
  }

  /**
   * Requires what {@code statement} takes whether or not what it names is there.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException ACCESS_DENIED
   */
  public static void before(Statement statement, PlanningContext context) {
    Permissions permissions = context.permissions();
    if (permissions != null && !permissions.isOrdinary()) {
      FunctionRights.check(statement, context, permissions);
      new StatementRights(context, permissions).before(statement);
    }
  }

  /** Requires what {@code statement}, having been prepared, takes on what it names. */
  public static void after(
      Statement statement,
      io.twinhouse.engine.frontend.Statement prepared,
      PlanningContext context) {
    Permissions permissions = context.permissions();
    if (permissions != null && !permissions.isOrdinary()) {
      new StatementRights(context, permissions).after(statement, prepared);
    }
  }

  /** The condition that leaves KILL QUERY those that the user may end: others' take a right. */
  public static String victims(PlanningContext context) {
    Permissions permissions = context.permissions();
    RightsElement all = RightsElement.of(PrivilegeSet.of("KILL QUERY"));
    return permissions == null || permissions.allows(all) ? "" : " AND user = currentUser()";
  }

  private void before(Statement statement) {
    if (statement instanceof Formatted formatted) {
      before(formatted.statement());
    } else if (statement instanceof Create create) {
      create(create);
    } else if (statement instanceof AlterTable alter) {
      TableName name = name(alter.table());
      AlterRights.of(alter, name, this::name).forEach(this::requireUnlessTemporary);
      TableName behind = behind(name);
      if (behind != null) {
        AlterRights.of(alter, behind, this::name).forEach(this::requireUnlessTemporary);
      }
    } else if (statement instanceof TableCommand command) {
      command(command);
    } else if (statement instanceof Inspection inspection) {
      inspection(inspection);
    } else if (statement instanceof SessionCommand.Use use) {
      require("SHOW DATABASES", use.database());
    } else if (statement instanceof ServerCommand.Kill kill && kill.mutation()) {
      require("ALTER DELETE");
      require("ALTER UPDATE");
    } else if (statement instanceof ServerCommand.SystemCommand system) {
      String privilege = "SYSTEM " + system.command();
      require(Privileges.isKnown(privilege) ? privilege : "SYSTEM");
    } else if (!isCheckedElsewhere(statement)) {
      // nothing new goes unchecked because it was forgotten here
      require("ALL");
    }
  }

  /**
   * Queries by what they read, statements side by side each on its own, changes of access by what
   * they change, the rest when prepared.
   */
  private static boolean isCheckedElsewhere(Statement statement) {
    return statement instanceof QueryStatement
        || statement instanceof Insert
        || statement instanceof Drop
        || statement instanceof Grant
        || statement instanceof SessionCommand
        || statement instanceof Statement.SideBySide
        || statement instanceof ServerCommand.Kill;
  }

  private void create(Create create) {
    if (create instanceof Create.Table table) {
      if (table.temporary()) {
        require("CREATE TEMPORARY TABLE");
        return;
      }
      require("CREATE TABLE", name(table.name()));
      if (replaces(table.mode())) {
        require("DROP TABLE", name(table.name()));
      }
      if (table.like() instanceof Create.LikeTable like && like.withRows()) {
        require("SELECT", name(like.table()));
        require("INSERT", name(table.name()));
      }
    } else if (create instanceof Create.View view) {
      require("CREATE VIEW", name(view.name()));
      if (replaces(view.mode())) {
        require("DROP VIEW", name(view.name()));
      }
      if (view.to() != null) {
        require("SELECT", name(view.to()));
        require("INSERT", name(view.to()));
      }
    } else if (create instanceof Create.Database database) {
      require("CREATE DATABASE", database.name());
    } else if (create instanceof Create.Dictionary dictionary) {
      require("CREATE DICTIONARY", name(dictionary.name()));
      if (replaces(dictionary.mode())) {
        require("DROP DICTIONARY", name(dictionary.name()));
      }
    } else if (create instanceof Create.Function function) {
      require("CREATE FUNCTION");
      if (replaces(function.mode())) {
        require("DROP FUNCTION");
      }
    } else if (!isOfAccess(create)) {
      require("CREATE");
    }
  }

  private static boolean isOfAccess(Create create) {
    return create instanceof Create.User
        || create instanceof Create.Role
        || create instanceof Create.Profile
        || create instanceof Create.RowPolicy;
  }

  private static boolean replaces(Create.Mode mode) {
    return mode == Create.Mode.CREATE_OR_REPLACE || mode == Create.Mode.REPLACE;
  }

  /** A database with all in it, which could be read and made anew by hand as well. */
  private void renamed(String from, String to) {
    for (String privilege : List.of("SELECT", "DROP TABLE", "DROP DATABASE")) {
      require(privilege, from);
    }
    for (String privilege : List.of("CREATE DATABASE", "CREATE TABLE", "INSERT")) {
      require(privilege, to);
    }
  }

  private void command(TableCommand command) {
    if (command instanceof TableCommand.Rename rename) {
      for (TableCommand.Pair pair : rename.pairs()) {
        if (rename.kind() == TableCommand.Kind.DATABASE) {
          renamed(pair.from().last(), pair.to().last());
        } else {
          moved(pair.from(), pair.to());
        }
      }
    } else if (command instanceof TableCommand.Exchange exchange) {
      moved(exchange.pair().from(), exchange.pair().to());
      moved(exchange.pair().to(), exchange.pair().from());
    } else if (command instanceof TableCommand.Optimize optimize) {
      requireOfBoth("OPTIMIZE", name(optimize.table()));
    } else if (command instanceof TableCommand.Delete delete) {
      requireOfBoth("ALTER DELETE", name(delete.table()));
    } else if (command instanceof TableCommand.Update update) {
      List<String> columns = update.assignments().stream().map(Assignment::column).toList();
      requireOfBoth("ALTER UPDATE", name(update.table()), columns);
    } else if (command instanceof TableCommand.Check check && check.table() != null) {
      requireOfBoth("CHECK", name(check.table()));
    } else {
      require(command instanceof TableCommand.Check ? "CHECK" : "ALL");
    }
  }

  private void moved(Identifier from, Identifier to) {
    requireUnlessTemporary(element(PrivilegeSet.of("SELECT", "DROP TABLE"), name(from)));
    requireUnlessTemporary(element(PrivilegeSet.of("CREATE TABLE", "INSERT"), name(to)));
  }

  private void inspection(Inspection inspection) {
    if (inspection instanceof Inspection.Exists exists) {
      boolean database = exists.kind() == Inspection.Kind.DATABASE;
      if (database) {
        require("SHOW DATABASES", exists.name().last());
      } else {
        require("SHOW TABLES", name(exists.name()));
      }
    } else if (inspection instanceof Inspection.ShowCreate show
        && show.kind() == Inspection.Kind.DATABASE) {
      require("SHOW DATABASES", show.names().get(0).last());
    }
  }

  private void after(Statement statement, io.twinhouse.engine.frontend.Statement prepared) {
    if (statement instanceof Formatted formatted) {
      after(formatted.statement(), prepared);
    } else if (statement instanceof Insert insert
        && prepared instanceof io.twinhouse.engine.frontend.Statement.Insert rows
        && insert.target() instanceof Insert.Table target) {
      requireOfBoth("INSERT", name(target.name()), rows.columns());
    } else if (statement instanceof Drop drop) {
      drop(drop);
    } else if (statement instanceof Create) {
      engine(prepared);
    } else if (statement instanceof Inspection.Describe describe
        && describe.table().source() instanceof FromItem.Named named) {
      requireOfBoth("SHOW COLUMNS", name(named.name()));
    } else if (statement instanceof Inspection.ShowCreate show && isTable(show.kind())) {
      require("SHOW COLUMNS", name(show.names().get(0)));
    }
  }

  private static boolean isTable(Inspection.Kind kind) {
    return kind == Inspection.Kind.TABLE
        || kind == Inspection.Kind.VIEW
        || kind == Inspection.Kind.DICTIONARY;
  }

  private void engine(io.twinhouse.engine.frontend.Statement prepared) {
    if (prepared instanceof io.twinhouse.engine.frontend.Statement.CreateTable table
        && !table.definition().isLookup()) {
      boolean temporary = table.definition().name().database().equals(Storage.TEMPORARY);
      if (temporary && !table.definition().engine().equals("Memory")) {
        require("CREATE ARBITRARY TEMPORARY TABLE");
      }
      require("TABLE ENGINE", table.definition().engine());
    } else if (prepared instanceof io.twinhouse.engine.frontend.Statement.CreateMaterialized view
        && view.inner() != null) {
      require("TABLE ENGINE", view.inner().engine());
    }
  }

  /** What is not there is said to be missing, whatever the rights. */
  private void drop(Drop drop) {
    for (Identifier identifier : drop.names()) {
      TableName name = name(identifier);
      boolean truncate = drop.action() == Drop.Action.TRUNCATE;
      switch (drop.kind()) {
        case DATABASE, TABLES_OF_DATABASE -> {
          if (context.storage().databases().contains(identifier.last())) {
            // TRUNCATE DATABASE drops the tables
            require("DROP DATABASE", identifier.last());
            if (drop.kind() == Drop.Kind.TABLES_OF_DATABASE) {
              require("TRUNCATE", identifier.last());
              truncatedBehind(identifier.last());
            }
          }
        }
        case TABLE, VIEW, DICTIONARY -> {
          boolean known = context.storage().databases().contains(name.database());
          boolean view = known && context.storage().view(name).isPresent();
          if (view || known && context.storage().table(name).isPresent()) {
            String dropped =
                context.storage().table(name).filter(t -> t.definition().isLookup()).isPresent()
                    ? "DROP DICTIONARY"
                    : "DROP TABLE";
            if (truncate) {
              requireOfBoth("TRUNCATE", name);
            } else {
              require(view ? "DROP VIEW" : dropped, name);
            }
          }
        }
        case FUNCTION -> require("DROP FUNCTION");
        case USER, ROLE, ROW_POLICY, SETTINGS_PROFILE, QUOTA -> {
          // checked where the change is made of it
        }
      }
    }
  }

  /** TRUNCATE ALL TABLES takes the rows of tables in other databases that have a name here. */
  private void truncatedBehind(String database) {
    for (TableName name : context.storage().tables(database)) {
      TableName behind = behind(name);
      if (behind != null) {
        require("TRUNCATE", behind);
      }
    }
  }

  /** The table that an Alias is another name of; null for all others. */
  private @Nullable TableName behind(TableName name) {
    Storage storage = context.storage();
    boolean here =
        storage.capabilities().contains(Capability.SCAN)
            && storage.databases().contains(name.database());
    return here
        ? storage.table(name).map(table -> table.definition().aliased()).orElse(null)
        : null;
  }

  /** What is done to an Alias is done to the table behind it. */
  private void requireOfBoth(String privilege, TableName name) {
    require(privilege, name);
    TableName behind = behind(name);
    if (behind != null) {
      require(privilege, behind);
    }
  }

  private void requireOfBoth(String privilege, TableName name, List<String> columns) {
    PrivilegeSet set = PrivilegeSet.of(privilege);
    requireUnlessTemporary(element(set, name).onColumns(columns));
    TableName behind = behind(name);
    if (behind != null) {
      requireUnlessTemporary(element(set, behind).onColumns(columns));
    }
  }

  private void require(String privilege, TableName name) {
    requireUnlessTemporary(element(PrivilegeSet.of(privilege), name));
  }

  private void require(String privilege, String... object) {
    permissions.check(RightsElement.of(PrivilegeSet.of(privilege), object));
  }

  /** A session may do as it likes with its temporary tables. */
  private void requireUnlessTemporary(RightsElement element) {
    if (element.object().isEmpty() || !element.object().get(0).equals(Storage.TEMPORARY)) {
      permissions.check(element);
    }
  }

  static RightsElement element(PrivilegeSet set, TableName name) {
    return RightsElement.of(set, name.database(), name.table());
  }

  private TableName name(Identifier identifier) {
    List<String> path = identifier.path();
    if (path.size() == 1 && context.storage().hasTemporary(path.get(0))) {
      return new TableName(Storage.TEMPORARY, path.get(0));
    }
    return path.size() == 1
        ? new TableName(context.bind().database(), path.get(0))
        : new TableName(path.get(0), String.join(".", path.subList(1, path.size())));
  }
}
