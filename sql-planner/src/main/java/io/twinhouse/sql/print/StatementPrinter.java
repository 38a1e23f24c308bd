// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.statement.AlterAction;
import io.twinhouse.sql.statement.AlterTable;
import io.twinhouse.sql.statement.Assignment;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.Drop;
import io.twinhouse.sql.statement.Formatted;
import io.twinhouse.sql.statement.Grant;
import io.twinhouse.sql.statement.Insert;
import io.twinhouse.sql.statement.Inspection;
import io.twinhouse.sql.statement.Partition;
import io.twinhouse.sql.statement.QueryStatement;
import io.twinhouse.sql.statement.ServerCommand;
import io.twinhouse.sql.statement.SessionCommand;
import io.twinhouse.sql.statement.Statement;
import io.twinhouse.sql.statement.StatementVisitor;
import io.twinhouse.sql.statement.TableCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints statements; definitions, rights and questions are left to printers of their own. */
final class StatementPrinter implements StatementVisitor<Void> {
  private final SqlText text;
  private final ExprPrinter expressions;
  private final QueryPrinter queries;
  private final CreatePrinter creates;
  private final AccessPrinter access;
  private final InspectionPrinter inspections;

  StatementPrinter(SqlText text) {
    this.text = text;
    expressions = new ExprPrinter(text);
    queries = new QueryPrinter(text);
    access = new AccessPrinter(text, expressions);
    creates = new CreatePrinter(text, expressions, access);
    inspections = new InspectionPrinter(text, this, access);
  }

  @Override
  public Void query(QueryStatement statement) {
    queries.query(statement.query());
    return null;
  }

  @Override
  public Void formatted(Formatted statement) {
    statement.statement().accept(this);
    Formatted.Outfile outfile = statement.outfile();
    if (outfile != null) {
      outfile(outfile);
    }
    if (statement.format() != null) {
      text.gap().add("FORMAT ").element(statement.format());
    }
    queries.settings(statement.settings());
    return null;
  }

  @Override
  public Void sideBySide(Statement.SideBySide statement) {
    statement.statements().get(0).accept(this);
    for (Statement other : statement.statements().subList(1, statement.statements().size())) {
      text.gap().add("PARALLEL WITH").gap();
      other.accept(this);
    }
    return null;
  }

  private void outfile(Formatted.Outfile outfile) {
    text.gap().add("INTO OUTFILE ").string(outfile.path());
    if (outfile.mode() != Formatted.Mode.CREATE) {
      text.add(" ").add(outfile.mode().name());
    }
    text.add(outfile.andStdout() ? " AND STDOUT" : "");
    if (outfile.compression() != null) {
      text.add(" COMPRESSION ").string(outfile.compression());
      text.add(outfile.level() == null ? "" : " LEVEL " + outfile.level());
    }
  }

  @Override
  public Void insert(Insert statement) {
    text.add("INSERT INTO ");
    if (statement.target() instanceof Insert.Table table) {
      expressions.identifier(table.name());
    } else if (statement.target() instanceof Insert.Function function) {
      text.add("FUNCTION ");
      expressions.function(function.call());
      expression(" PARTITION BY ", function.partitionBy());
    }
    if (statement.columns() != null) {
      text.add(" ").<Expr>bracketed(statement.columns(), expressions::element);
    }
    if (statement.source() instanceof Insert.Infile infile) {
      text.add(" FROM INFILE ").string(infile.path());
      if (infile.compression() != null) {
        text.add(" COMPRESSION ").string(infile.compression());
      }
      queries.settings(statement.settings());
      if (infile.format() != null) {
        text.add(" FORMAT ").element(infile.format());
      }
      return null;
    }
    queries.settings(statement.settings());
    boolean behindSettings = !statement.settings().isEmpty();
    if (behindSettings) {
      text.gap();
    } else {
      text.add(" ");
    }
    if (statement.source() instanceof Insert.Selected selected) {
      queries.query(selected.query());
      if (selected.data() != null) {
        text.add(" FORMAT ");
        text.add(Names.element(selected.data().format()));
      }
    } else if (statement.source() instanceof Insert.Data data) {
      boolean values = data.format().equals("Values") && !text.isShown();
      text.add(values ? "VALUES" : "FORMAT ");
      text.add(values ? "" : Names.element(data.format()));
    }
    return null;
  }

  void expression(String keyword, @Nullable Expr expression) {
    if (expression != null) {
      text.add(keyword);
      expressions.operand(expression, Precedence.LAMBDA);
    }
  }

  @Override
  public Void createTable(Create.Table statement) {
    creates.table(statement);
    return null;
  }

  @Override
  public Void createView(Create.View statement) {
    creates.view(statement);
    return null;
  }

  @Override
  public Void createDatabase(Create.Database statement) {
    creates.database(statement);
    return null;
  }

  @Override
  public Void createUser(Create.User statement) {
    access.user(statement);
    return null;
  }

  @Override
  public Void createProfile(Create.Profile statement) {
    access.profile(statement);
    return null;
  }

  @Override
  public Void createRole(Create.Role statement) {
    access.role(statement);
    return null;
  }

  @Override
  public Void createRowPolicy(Create.RowPolicy statement) {
    access.rowPolicy(statement);
    return null;
  }

  @Override
  public Void createQuota(Create.Quota statement) {
    access.quota(statement);
    return null;
  }

  @Override
  public Void createDictionary(Create.Dictionary statement) {
    creates.dictionary(statement);
    return null;
  }

  @Override
  public Void createFunction(Create.Function statement) {
    boolean replaces = statement.mode() == Create.Mode.CREATE_OR_REPLACE;
    boolean ifNotExists = statement.mode() == Create.Mode.CREATE_IF_NOT_EXISTS;
    text.add(replaces ? "CREATE OR REPLACE FUNCTION " : "CREATE FUNCTION ");
    text.add(ifNotExists ? "IF NOT EXISTS " : "").name(statement.name());
    cluster(text, statement.cluster());
    expression(" AS ", statement.body());
    return null;
  }

  @Override
  public Void alterTable(AlterTable statement) {
    text.add("ALTER TABLE ");
    expressions.identifier(statement.table());
    cluster(text, statement.cluster());
    AlterPrinter actions = new AlterPrinter(text, expressions, creates);
    boolean brackets =
        statement.actions().size() > 1
            || statement.actions().get(0) instanceof AlterAction.ModifyQuery;
    text.add(" ")
        .list(
            statement.actions(),
            action -> {
              text.add(brackets ? "(" : "");
              action.accept(actions);
              text.add(brackets ? ")" : "");
            });
    return null;
  }

  static void cluster(SqlText text, @Nullable String cluster) {
    if (cluster != null) {
      text.add(" ON CLUSTER ").name(cluster);
    }
  }

  @Override
  public Void drop(Drop statement) {
    text.add(statement.action().name());
    text.add(statement.temporary() ? " TEMPORARY " : " ");
    boolean allTables = statement.kind() == Drop.Kind.TABLES_OF_DATABASE;
    text.add(allTables ? "ALL TABLES FROM" : statement.kind().name().replace('_', ' '));
    text.add(statement.ifExists() ? " IF EXISTS" : "");
    text.add(statement.ifEmpty() ? " IF EMPTY" : "");
    text.add(" ").list(statement.names(), expressions::identifier);
    if (!statement.tables().isEmpty()) {
      text.add(" ON ").list(statement.tables(), access::object);
    }
    cluster(text, statement.cluster());
    text.add(statement.permanently() ? " PERMANENTLY" : "");
    text.add(statement.sync() ? " SYNC" : "");
    return null;
  }

  @Override
  public Void rename(TableCommand.Rename statement) {
    text.add("RENAME ").add(statement.kind().name());
    text.add(statement.ifExists() ? " IF EXISTS " : " ");
    text.list(statement.pairs(), pair -> pair(pair, " TO "));
    cluster(text, statement.cluster());
    return null;
  }

  private void pair(TableCommand.Pair pair, String between) {
    expressions.identifier(pair.from());
    text.add(between);
    expressions.identifier(pair.to());
  }

  @Override
  public Void exchange(TableCommand.Exchange statement) {
    boolean tables = statement.kind() == TableCommand.Kind.TABLE;
    text.add(tables ? "EXCHANGE TABLES " : "EXCHANGE DICTIONARIES ");
    pair(statement.pair(), " AND ");
    cluster(text, statement.cluster());
    return null;
  }

  @Override
  public Void optimize(TableCommand.Optimize statement) {
    text.add("OPTIMIZE TABLE ");
    expressions.identifier(statement.table());
    cluster(text, statement.cluster());
    partition(text, expressions, " ", statement.partition());
    text.add(statement.isFinal() ? " FINAL" : "");
    text.add(statement.deduplicate() ? " DEDUPLICATE" : "");
    if (!statement.deduplicateBy().isEmpty()) {
      text.add(" BY ");
      expressions.elements(statement.deduplicateBy());
    }
    text.add(statement.cleanup() ? " CLEANUP" : "");
    return null;
  }

  /** A partition behind {@code before}, or nothing. */
  static void partition(
      SqlText text, ExprPrinter expressions, String before, @Nullable Partition partition) {
    if (partition == null) {
      return;
    }
    text.add(before);
    if (partition instanceof Partition.Part part) {
      text.add("PART ").string(part.name());
    } else if (partition instanceof Partition.ById byId) {
      text.add("PARTITION ID ").string(byId.id());
    } else if (partition instanceof Partition.Of of) {
      text.add("PARTITION ");
      expressions.operand(of.value(), Precedence.CONCAT);
    } else {
      text.add("PARTITION ALL");
    }
  }

  static void assignments(SqlText text, ExprPrinter expressions, List<Assignment> assignments) {
    text.list(
        assignments,
        assignment -> {
          dotted(text, assignment.column());
          text.add(" = ");
          expressions.operand(assignment.value(), Precedence.LAMBDA);
        });
  }

  /** A column's name, whose dots part the names of a Nested and of what is in it. */
  static void dotted(SqlText text, String column) {
    text.add(
        String.join(
            ".",
            Identifier.of(column.split("\\.", -1)).path().stream().map(Names::quoted).toList()));
  }

  @Override
  public Void delete(TableCommand.Delete statement) {
    text.add("DELETE FROM ");
    expressions.identifier(statement.table());
    cluster(text, statement.cluster());
    partition(text, expressions, " IN ", statement.partition());
    expression(" WHERE ", statement.where());
    queries.settings(statement.settings());
    return null;
  }

  @Override
  public Void update(TableCommand.Update statement) {
    text.add("UPDATE ");
    expressions.identifier(statement.table());
    cluster(text, statement.cluster());
    text.add(" SET ");
    assignments(text, expressions, statement.assignments());
    partition(text, expressions, " IN ", statement.partition());
    expression(" WHERE ", statement.where());
    queries.settings(statement.settings());
    return null;
  }

  @Override
  public Void check(TableCommand.Check statement) {
    if (statement.table() == null) {
      text.add("CHECK ALL TABLES");
      return null;
    }
    text.add("CHECK TABLE ");
    expressions.identifier(statement.table());
    partition(text, expressions, " ", statement.partition());
    return null;
  }

  @Override
  public Void show(Inspection.Show statement) {
    inspections.show(statement);
    return null;
  }

  @Override
  public Void showCreate(Inspection.ShowCreate statement) {
    inspections.showCreate(statement);
    return null;
  }

  @Override
  public Void describe(Inspection.Describe statement) {
    text.add("DESCRIBE TABLE ");
    queries.from(statement.table());
    return null;
  }

  @Override
  public Void checkGrant(Inspection.CheckGrant statement) {
    text.add("CHECK GRANT ");
    access.privileges(statement.privileges());
    return null;
  }

  @Override
  public Void exists(Inspection.Exists statement) {
    text.add(statement.temporary() ? "EXISTS TEMPORARY " : "EXISTS ");
    text.add(statement.kind().name()).add(" ");
    expressions.identifier(statement.name());
    return null;
  }

  @Override
  public Void explain(Inspection.Explain statement) {
    inspections.explain(statement);
    return null;
  }

  void settings(List<SettingChange> settings) {
    text.list(settings, queries::setting);
  }

  @Override
  public Void use(SessionCommand.Use statement) {
    text.add("USE ").name(statement.database());
    return null;
  }

  @Override
  public Void set(SessionCommand.Set statement) {
    text.add("SET ");
    settings(statement.settings());
    return null;
  }

  @Override
  public Void setRole(SessionCommand.SetRole statement) {
    text.add(statement.users() == null ? "SET ROLE " : "SET DEFAULT ROLE ");
    if (statement.roles() == null) {
      text.add("DEFAULT");
    } else {
      access.users(statement.roles());
    }
    if (statement.users() != null) {
      text.add(" TO ");
      access.users(statement.users());
    }
    return null;
  }

  @Override
  public Void kill(ServerCommand.Kill statement) {
    text.add(statement.mutation() ? "KILL MUTATION" : "KILL QUERY");
    cluster(text, statement.cluster());
    expression(" WHERE ", statement.where());
    text.add(" ").add(statement.mode().name());
    return null;
  }

  @Override
  public Void system(ServerCommand.SystemCommand statement) {
    text.add("SYSTEM ").add(statement.command());
    cluster(text, statement.cluster());
    if (!statement.targets().isEmpty()) {
      text.add(" ").list(statement.targets(), expressions::identifier);
    }
    return null;
  }

  @Override
  public Void grant(Grant statement) {
    access.grant(statement);
    return null;
  }
}
