// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.task;

import org.jspecify.annotations.Nullable;

/**
 * Whose work a thread does at the moment: each turn charges the time since the last one to the
 * operator that had it. So times of operators add up to the time of all threads, whoever pulls
 * whom, and waiting counts for nobody.
 */
public final class OperatorTime {

  private static final ThreadLocal<OperatorTime> OF_THREAD =
      ThreadLocal.withInitial(OperatorTime::new);

  private @Nullable OperatorFigure current;
  private long since;

  private OperatorTime() {}

  /** The operator that this thread works for, null for none. */
  public static @Nullable OperatorFigure current() {
    return OF_THREAD.get().current;
  }

  /**
   * From now on this thread works for another operator.
   *
   * @param next null for none
   * @return the operator it worked for, to turn back to
   */
  public static @Nullable OperatorFigure turnTo(@Nullable OperatorFigure next) {
    OperatorTime time = OF_THREAD.get();
    long now = System.nanoTime();
    OperatorFigure before = time.current;
    if (before != null) {
      before.worked(now - time.since);
    }
    time.current = next;
    time.since = now;
    return before;
  }
}
