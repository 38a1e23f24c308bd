// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the planner may assume of a function.
 *
 * @param aliases further names
 * @param caseInsensitive whether any spelling of name and aliases is accepted, unless {@link
 *     Spelling} tells otherwise
 * @param deterministic same arguments, same result: may be folded and evaluated per dictionary
 *     entry
 * @param folded whether the result of constants is a constant, too; where the server makes a column
 *     of it, the result is no constant for those who ask (grouping keys, IN, isConstant)
 * @param nulls what happens to NULL arguments
 * @param lowCardinality what happens to LowCardinality arguments
 * @param monotonicity where the function is monotonic; null where that is not told
 * @param family heading in the generated documentation
 */
public record FunctionTraits(
    List<String> aliases,
    boolean caseInsensitive,
    boolean deterministic,
    boolean folded,
    NullRule nulls,
    LowCardinalityRule lowCardinality,
    @Nullable MonotonicityRule monotonicity,
    String family) {

  /** How NULL arguments are treated. */
  public enum NullRule {
    /** Any NULL argument makes the result NULL; the function sees neither NULL nor Nullable. */
    PROPAGATE,
    /**
     * As PROPAGATE for two arguments; but the function sees the default in the place of a NULL
     * dividend, and may throw on the divisor beside it.
     */
    DIVIDE,
    /**
     * The literal NULL makes the result NULL, unless an argument is a lambda; other NULLs the
     * function sees itself.
     */
    LITERAL,
    /** The function itself sees Nullable types and null masks (coalesce, isNull, tuple, ...). */
    OWN
  }

  /** How LowCardinality arguments are treated; the values travel the same way in each case. */
  public enum LowCardinalityRule {
    /**
     * Taken off before the function sees it, and put around the result when one argument is
     * LowCardinality and all others are constants.
     */
    KEEP,
    /** Taken off, and never put around the result. */
    DROP,
    /** The function itself sees LowCardinality types. */
    OWN,
    /** It sees the very types that are given, SimpleAggregateFunction too. */
    AS_GIVEN
  }

  public FunctionTraits {
    aliases = List.copyOf(aliases);
  }

  public static FunctionTraits of(String family) {
    return new FunctionTraits(
        List.of(), false, true, true, NullRule.PROPAGATE, LowCardinalityRule.KEEP, null, family);
  }

  public FunctionTraits withAliases(String... names) {
    return new FunctionTraits(
        List.of(names),
        caseInsensitive,
        deterministic,
        folded,
        nulls,
        lowCardinality,
        monotonicity,
        family);
  }

  public FunctionTraits anyCase() {
    return new FunctionTraits(
        aliases, true, deterministic, folded, nulls, lowCardinality, monotonicity, family);
  }

  public FunctionTraits notDeterministic() {
    return new FunctionTraits(
        aliases, caseInsensitive, false, folded, nulls, lowCardinality, monotonicity, family);
  }

  public FunctionTraits notFolded() {
    return new FunctionTraits(
        aliases,
        caseInsensitive,
        deterministic,
        false,
        nulls,
        lowCardinality,
        monotonicity,
        family);
  }

  public FunctionTraits ownNulls() {
    return with(NullRule.OWN, lowCardinality);
  }

  public FunctionTraits literalNulls() {
    return with(NullRule.LITERAL, lowCardinality);
  }

  public FunctionTraits dividesNulls() {
    return with(NullRule.DIVIDE, lowCardinality);
  }

  public FunctionTraits dropLowCardinality() {
    return with(nulls, LowCardinalityRule.DROP);
  }

  public FunctionTraits ownLowCardinality() {
    return with(nulls, LowCardinalityRule.OWN);
  }

  /** The function sees the very types of its arguments. */
  public FunctionTraits asGiven() {
    return with(NullRule.OWN, LowCardinalityRule.AS_GIVEN);
  }

  /**
   * The function keeps or turns round the order of an argument's values where {@code rule} says so.
   */
  public FunctionTraits monotonic(MonotonicityRule rule) {
    return new FunctionTraits(
        aliases, caseInsensitive, deterministic, folded, nulls, lowCardinality, rule, family);
  }

  private FunctionTraits with(NullRule newNulls, LowCardinalityRule newLowCardinality) {
    return new FunctionTraits(
        aliases,
        caseInsensitive,
        deterministic,
        folded,
        newNulls,
        newLowCardinality,
        monotonicity,
        family);
  }
}
