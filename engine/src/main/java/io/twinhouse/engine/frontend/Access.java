// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.frontend;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.TableName;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a user whose SQL nobody has read may read: some tables and views, of each the rows that a
 * condition lets through. Everything else is refused, what is below a view is not looked at.
 *
 * @param user who errors speak of
 * @param conditions expression text over the columns of each table, such as {@code project_id =
 *     getSetting('SQL_project_id')}; empty for all rows
 */
public record Access(String user, Map<TableName, String> conditions) {

  public Access {
    SortedMap<TableName, String> sorted = new TreeMap<>(conditions);
    conditions = Collections.unmodifiableSortedMap(sorted);
  }

  /** The condition on a table's rows, empty for all, null when it must not be read. */
  public @Nullable String condition(TableName table) {
    return conditions.get(table);
  }

  /** The refusal to do what takes the right {@code right}, in the server's words. */
  public TwinhouseException denied(String right) {
    return new TwinhouseException(
        ErrorCode.ACCESS_DENIED,
        user
            + ": Not enough privileges. To execute this query, it's necessary to have the grant "
            + right
            + ".");
  }
}
