// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.layout;

import io.twinhouse.engine.expression.Expression;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Which columns expressions look at. */
public final class Inputs {

  private Inputs() {}

  /** The columns that an expression looks at; none for no expression. */
  public static BitSet of(@Nullable Expression expression) {
    BitSet used = new BitSet();
    if (expression != null) {
      collect(expression, used);
    }
    return used;
  }

  /** Adds the columns that an expression looks at, if there is one. */
  static void collectIfThere(@Nullable Expression expression, BitSet used) {
    if (expression != null) {
      collect(expression, used);
    }
  }

  /** Adds the columns that an expression looks at. */
  public static void collect(Expression expression, BitSet used) {
    if (expression instanceof Expression.InputRef ref) {
      used.set(ref.index());
    } else if (expression instanceof Expression.Call call) {
      call.arguments().forEach(e -> collect(e, used));
    } else if (expression instanceof Expression.InSet set) {
      set.keys().forEach(e -> collect(e, used));
    } else if (expression instanceof Expression.Lambda lambda) {
      lambda.captures().forEach(e -> collect(e, used));
    }
  }
}
