// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * DROP, DETACH, TRUNCATE and UNDROP.
 *
 * @param names one or more; for a {@link Kind#ROW_POLICY} the policies' names
 * @param tables the tables of row policies, else empty
 * @param ifEmpty only if there are no rows in it
 */
public record Drop(
    Position position,
    Action action,
    Kind kind,
    boolean temporary,
    boolean ifExists,
    boolean ifEmpty,
    List<Identifier> names,
    List<ObjectName> tables,
    @Nullable String cluster,
    boolean permanently,
    boolean sync)
    implements Statement {

  public Drop {
    names = List.copyOf(names);
    tables = List.copyOf(tables);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.drop(this);
  }

  /** What is done. */
  public enum Action {
    DROP,
    DETACH,
    TRUNCATE,
    UNDROP
  }

  /** What it is done to. */
  public enum Kind {
    TABLE,
    VIEW,
    DICTIONARY,
    DATABASE,
    /** All tables of a database, for TRUNCATE. */
    TABLES_OF_DATABASE,
    USER,
    ROLE,
    ROW_POLICY,
    SETTINGS_PROFILE,
    QUOTA,
    FUNCTION
  }
}
