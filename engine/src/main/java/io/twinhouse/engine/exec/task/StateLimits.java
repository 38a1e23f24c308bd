// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.task;

/**
 * How large the states of a query's operators may become.
 *
 * @param sets of the right sides of IN; they are never cut
 */
public record StateLimits(
    SizeLimit grouping, SizeLimit sorting, SizeLimit distinct, SizeLimit joining, SizeLimit sets) {

  public static final StateLimits NONE =
      new StateLimits(
          SizeLimit.NONE, SizeLimit.NONE, SizeLimit.NONE, SizeLimit.NONE, SizeLimit.NONE);

  /** The same limits where it is not known which rows the server has seen when one is reached. */
  public StateLimits orRefusal() {
    return new StateLimits(
        grouping.orRefusal(), sorting.orRefusal(), distinct.orRefusal(), joining.orRefusal(), sets);
  }

  /** Whether the answer depends on which rows come first: then one thread reads them all. */
  public boolean cut() {
    return grouping.cuts() || sorting.cuts() || distinct.cuts() || joining.cuts();
  }
}
