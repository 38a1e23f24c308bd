// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.render;

/** How far a SELECT is filled, in the order in which ClickHouse runs its clauses. */
enum Stage {
  FROM,
  WHERE,
  GROUP,
  HAVING,
  WINDOW,
  DISTINCT,
  ORDER,
  LIMIT_BY,
  LIMIT
}
