// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * AggregateFunction(f(params), T...) and SimpleAggregateFunction(f, T): the former holds a state as
 * bytes, the latter travels as its value type.
 */
public record AggregateFunctionType(
    boolean simple, String function, List<String> parameters, List<Type> arguments)
    implements Type {

  /** Beginnings of the names of functions whose states lie in hash tables or come in any order. */
  private static final List<String> UNORDERED =
      List.of("uniq", "topK", "approx_top", "quantileExactWeighted", "quantilesExactWeighted");

  /** Of those, the ones whose states keep the order of arrival. */
  private static final List<String> ORDERED = List.of("uniqCombined", "uniqHLL12", "uniqUpTo");

  public AggregateFunctionType {
    parameters = List.copyOf(parameters);
    arguments = List.copyOf(arguments);
  }

  @Override
  public String name() {
    String call = parameters.isEmpty() ? "" : "(" + String.join(", ", parameters) + ")";
    String types = arguments.stream().map(t -> ", " + t.name()).collect(Collectors.joining());
    return (simple ? "SimpleAggregateFunction(" : "AggregateFunction(")
        + function
        + call
        + types
        + ")";
  }

  /**
   * Refuses to show the bytes of states whose entries stand in the order of the server's tables,
   * which is not kept here: as states they say the same, as bytes they may differ.
   */
  public void checkShown() {
    if (hasUnorderedStates()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The bytes of states of "
              + function
              + " are not shown, since their order is not the server's; use finalizeAggregation or"
              + " the suffix Merge, or the formats Native and RowBinary to hand states on");
    }
  }

  private boolean hasUnorderedStates() {
    boolean listed =
        UNORDERED.stream().anyMatch(function::startsWith)
            && ORDERED.stream().noneMatch(function::startsWith);
    return !simple && (listed || function.contains("Map"));
  }

  @Override
  public Lane lane() {
    return simple ? arguments.get(0).lane() : Lane.BYTES;
  }

  /** What a SimpleAggregateFunction holds is a plain value. */
  @Override
  public Type base() {
    return simple ? arguments.get(0).base() : this;
  }

  @Override
  public boolean isNullable() {
    return simple && arguments.get(0).isNullable();
  }

  @Override
  public boolean canBeNullable() {
    return false;
  }
}
