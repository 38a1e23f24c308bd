// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Node;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.SettingChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a table is kept: engine and keys. Null means not given.
 *
 * @param engine a call; without arguments for {@code ENGINE = Memory}
 * @param orderBy one expression, mostly a tuple; elements that sort downwards are calls of {@code
 *     __descending}
 */
public record Storage(
    Position position,
    @Nullable Call engine,
    @Nullable Expr partitionBy,
    @Nullable Expr primaryKey,
    @Nullable Expr orderBy,
    @Nullable Expr sampleBy,
    List<Ttl> ttl,
    List<SettingChange> settings)
    implements Node {

  /** The function that marks an element of ORDER BY as sorted downwards. */
  public static final String DESCENDING = "__descending";

  public Storage {
    ttl = List.copyOf(ttl);
    settings = List.copyOf(settings);
  }

  /** Whether nothing was given. */
  public boolean isEmpty() {
    return engine == null
        && partitionBy == null
        && primaryKey == null
        && orderBy == null
        && sampleBy == null
        && ttl.isEmpty()
        && settings.isEmpty();
  }

  /**
   * What happens to rows when their time has come.
   *
   * @param time when
   * @param action what
   * @param target disk or volume for TO_DISK and TO_VOLUME, else null
   * @param codec for RECOMPRESS, else empty
   * @param where which rows, for DELETE; null for all
   * @param groupBy keys for GROUP_BY, else empty
   * @param assignments for GROUP_BY, else empty
   */
  public record Ttl(
      Position position,
      Expr time,
      TtlAction action,
      @Nullable String target,
      List<Call> codec,
      @Nullable Expr where,
      List<Expr> groupBy,
      List<Assignment> assignments)
      implements Node {
    public Ttl {
      codec = List.copyOf(codec);
      groupBy = List.copyOf(groupBy);
      assignments = List.copyOf(assignments);
    }
  }

  /** What a TTL does. */
  public enum TtlAction {
    DELETE,
    TO_DISK,
    TO_VOLUME,
    RECOMPRESS,
    GROUP_BY
  }
}
