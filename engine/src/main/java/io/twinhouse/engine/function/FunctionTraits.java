// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import java.util.List;

/**
 * What the planner may assume of a function.
 *
 * @param aliases further names
 * @param caseInsensitive whether any spelling of name and aliases is accepted
 * @param deterministic same arguments, same result: may be folded and evaluated per dictionary
 *     entry
 * @param folded whether the result of constants is a constant, too; where the server makes a column
 *     of it, the result is no constant for those who ask (grouping keys, IN, isConstant)
 * @param nulls what happens to NULL arguments
 * @param lowCardinality what happens to LowCardinality arguments
 * @param family heading in the generated documentation
 */
public record FunctionTraits(
    List<String> aliases,
    boolean caseInsensitive,
    boolean deterministic,
    boolean folded,
    NullRule nulls,
    LowCardinalityRule lowCardinality,
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
        List.of(), false, true, true, NullRule.PROPAGATE, LowCardinalityRule.KEEP, family);
  }

  public FunctionTraits withAliases(String... names) {
    return new FunctionTraits(
        List.of(names), caseInsensitive, deterministic, folded, nulls, lowCardinality, family);
  }

  public FunctionTraits anyCase() {
    return new FunctionTraits(aliases, true, deterministic, folded, nulls, lowCardinality, family);
  }

  public FunctionTraits notDeterministic() {
    return new FunctionTraits(
        aliases, caseInsensitive, false, folded, nulls, lowCardinality, family);
  }

  public FunctionTraits notFolded() {
    return new FunctionTraits(
        aliases, caseInsensitive, deterministic, false, nulls, lowCardinality, family);
  }

  public FunctionTraits ownNulls() {
    return new FunctionTraits(
        aliases, caseInsensitive, deterministic, folded, NullRule.OWN, lowCardinality, family);
  }

  public FunctionTraits dividesNulls() {
    return new FunctionTraits(
        aliases, caseInsensitive, deterministic, folded, NullRule.DIVIDE, lowCardinality, family);
  }

  public FunctionTraits dropLowCardinality() {
    return new FunctionTraits(
        aliases, caseInsensitive, deterministic, folded, nulls, LowCardinalityRule.DROP, family);
  }

  public FunctionTraits ownLowCardinality() {
    return new FunctionTraits(
        aliases, caseInsensitive, deterministic, folded, nulls, LowCardinalityRule.OWN, family);
  }

  /** The function sees the very types of its arguments. */
  public FunctionTraits asGiven() {
    return new FunctionTraits(
        aliases,
        caseInsensitive,
        deterministic,
        folded,
        NullRule.OWN,
        LowCardinalityRule.AS_GIVEN,
        family);
  }
}
