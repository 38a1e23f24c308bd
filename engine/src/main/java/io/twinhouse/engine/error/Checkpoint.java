// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.error;

import org.jspecify.annotations.Nullable;

/**
 * Where long work finds out that nobody wants it any more. Whoever runs a step for a query says so
 * by {@link #enter}; loops that may take more than some milliseconds, however deep below, {@link
 * #pass} every few thousand rows. Bound to the thread, since what loops there (a set being merged,
 * a pattern being looked for) knows nothing of queries.
 */
public final class Checkpoint {

  private static final ThreadLocal<@Nullable Runnable> CURRENT = new ThreadLocal<>();

  private Checkpoint() {}

  /**
   * From now on this thread works for another query.
   *
   * @param wanted throws when the work is not wanted any more; null if there is nothing to ask
   * @return what was asked before, to come back to
   */
  public static @Nullable Runnable enter(@Nullable Runnable wanted) {
    Runnable before = CURRENT.get();
    if (wanted == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(wanted);
    }
    return before;
  }

  /** What this thread works for, to be asked on other threads too; null for nothing to ask. */
  public static @Nullable Runnable current() {
    return CURRENT.get();
  }

  /**
   * Goes on only if the work is still wanted.
   *
   * @throws TwinhouseException QUERY_WAS_CANCELLED, TIMEOUT_EXCEEDED
   */
  public static void pass() {
    Runnable wanted = CURRENT.get();
    if (wanted != null) {
      wanted.run();
    }
  }

  /** Passes each 4096th time. */
  public static void passSometimes(int count) {
    if ((count & 4095) == 0) {
      pass();
    }
  }
}
