// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.gate;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Access;
import io.twinhouse.engine.spi.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the users behind a gate may read. Immutable.
 *
 * <pre>{@code
 * String mine = "project_id = getSetting('SQL_project_id')";
 * GateRules rules =
 *     new GateRules(
 *         "limited_user",
 *         Map.of(new TableName("default", "events"), mine),
 *         List.of("SQL_project_id"),
 *         GateLimits.DEFAULT,
 *         false);
 * }</pre>
 *
 * @param user on ClickHouse the server's user that the gate's engine logs in as, who has grants for
 *     these tables and row policies with these conditions and nothing else
 * @param tables condition on the rows of each table or view; must hold for the tenant's rows alone
 * @param tenant names of the settings that the conditions read; each query says their values
 * @param texts whether callers read every failure's text, as developers do
 */
public record GateRules(
    String user,
    Map<TableName, String> tables,
    List<String> tenant,
    GateLimits limits,
    boolean texts) {

  private static final Pattern PLAIN_NAME = Pattern.compile("\\w+");

  /**
   * Checks the rules.
   *
   * @throws TwinhouseException BAD_ARGUMENTS for rules that isolate nobody
   */
  public GateRules {
    tables = Map.copyOf(tables);
    tenant = List.copyOf(tenant);
    if (!PLAIN_NAME.matcher(user).matches() || tables.isEmpty() || tenant.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "A gate needs a user of letters and digits, at least one table and at least one setting"
              + " that names the tenant");
    }
    for (Map.Entry<TableName, String> table : tables.entrySet()) {
      for (String setting : tenant) {
        if (!table.getValue().contains("getSetting('" + setting + "')")) {
          throw new TwinhouseException(
              ErrorCode.BAD_ARGUMENTS,
              "The condition on "
                  + table.getKey()
                  + " does not read getSetting('"
                  + setting
                  + "'), so it would show one tenant's rows to others");
        }
      }
    }
  }

  Access access() {
    return new Access(user, tables);
  }

  /**
   * Statements, to be run by an administrator as often as wanted, that give the user of a
   * ClickHouse server its rights and its row policies and nothing beyond. The user itself, with its
   * password, is not made here.
   */
  public List<String> grants() {
    List<String> statements = new ArrayList<>();
    new TreeMap<>(tables)
        .forEach(
            (table, condition) ->
                statements.add(
                    "CREATE ROW POLICY OR REPLACE "
                        + user
                        + "_isolation ON "
                        + table.quoted()
                        + " FOR SELECT USING "
                        + condition
                        + " TO "
                        + user));
    statements.add("REVOKE ALL ON *.* FROM " + user);
    new TreeMap<>(tables)
        .keySet()
        .forEach(table -> statements.add("GRANT SELECT ON " + table.quoted() + " TO " + user));
    return statements;
  }
}
