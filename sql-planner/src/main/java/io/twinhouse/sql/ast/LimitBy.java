// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code LIMIT count OFFSET offset BY keys}.
 *
 * @param offset null for 0
 * @param all {@code BY ALL}
 */
public record LimitBy(
    Position position, Expr count, @Nullable Expr offset, List<Expr> keys, boolean all)
    implements Node {
  public LimitBy {
    keys = List.copyOf(keys);
  }
}
