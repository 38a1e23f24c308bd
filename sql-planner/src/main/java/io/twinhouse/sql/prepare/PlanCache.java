// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.access.Permissions;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Rewrites;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.sql.analyse.scope.PlanDependencies;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plans of texts that were asked before, least recently used ones out. A plan is used again for the
 * same text, settings, parameters, user, database and time zone, as long as the tables and views it
 * was made for are the same; never if it holds the time, a random value or a system table.
 * Thread-safe.
 */
public final class PlanCache {

  private static final long MAX_BYTES = 8 << 20;

  /** A plan is some dozen objects a token of its text. */
  private static final long BYTES_A_CHARACTER = 64;

  private static final int MAX_TEXT = 20_000;

  private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  private record Key(
      String sql,
      Map<String, String> settings,
      Map<String, String> parameters,
      String user,
      String database,
      ZoneId zone,
      @Nullable Permissions permissions) {

    long bytes() {
      return 1024 + BYTES_A_CHARACTER * sql.length();
    }
  }

  private record Entry(Statement statement, PlanDependencies dependencies) {}

  /**
   * Prepares a statement, or finds it prepared.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException what {@link StatementPreparer} says
   */
  public Statement prepare(String sql, PlanningContext context) {
    boolean kept =
        sql.length() <= MAX_TEXT
            && context.rewrites().equals(Rewrites.NONE)
            && context.access() == null
            && context.storage().capabilities().contains(Capability.SCAN);
    if (!kept) {
      return StatementPreparer.prepare(sql, context);
    }
    Key key =
        new Key(
            sql,
            context.settings(),
            context.parameters(),
            context.bind().user(),
            context.bind().database(),
            context.bind().zone(),
            context.permissions());
    Entry known = find(key);
    if (known != null && known.dependencies().hold(context.storage())) {
      return known.statement();
    }
    PlanDependencies[] found = new PlanDependencies[1];
    Statement statement = StatementPreparer.prepare(sql, context, d -> found[0] = d);
    if (found[0] != null && statement instanceof Statement.Query) {
      keep(key, new Entry(statement, found[0]));
    } else {
      drop(statement);
    }
    return statement;
  }

  private synchronized @Nullable Entry find(Key key) {
    return entries.get(key);
  }

  private synchronized void keep(Key key, Entry entry) {
    if (entries.put(key, entry) == null) {
      bytes += key.bytes();
    }
    Iterator<Key> oldest = entries.keySet().iterator();
    while (bytes > MAX_BYTES) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }

  /** A statement that changes tables: plans over them would keep what is dropped. */
  private synchronized void drop(Statement statement) {
    boolean reads = statement instanceof Statement.Query || statement instanceof Statement.Insert;
    if (!reads) {
      entries.clear();
      bytes = 0;
    }
  }
}
