// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import io.twinhouse.testkit.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Draws signatures of one function: at random until the real server accepts one, then mostly
 * neighbours of accepted ones, which differ in one argument.
 */
final class SignatureSearch {

  /** Constants that functions ask for: counts, delimiters, units, zones, NULL. */
  private static final List<String> CONSTANTS =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "-1",
          "10",
          "255",
          "1000",
          "1.5",
          "-0.0",
          "''",
          "'a'",
          "','",
          "'lo'",
          "'Hello, World! Hello'",
          "'day'",
          "'UTC'",
          "'Europe/Berlin'",
          "NULL",
          "[1, 2]",
          "['a', 'lo']",
          "(1, 2)",
          "toUInt64(5)",
          "toInt8(-3)",
          "toDecimal64('2.5', 3)",
          "toFixedString('ab', 3)",
          "materialize('l')",
          "toLowCardinality('Hello')",
          "toDate('2024-02-29')",
          "'%Y-%m-%d'",
          "toDateTime('2024-02-29 23:59:59', 'UTC')",
          "toNullable(4)",
          "'(l+)(o)?'",
          "'12'",
          "nan");

  private final String function;
  private final RandomSource random;
  private final List<String> columns = EdgeColumn.all().stream().map(EdgeColumn::name).toList();
  private final List<Signature> accepted = new ArrayList<>();
  private final List<Integer> sizes;

  SignatureSearch(String function, RandomSource random, Predicate<Signature> takesThisMany) {
    this.function = function;
    this.random = random;
    List<Integer> sizes = new ArrayList<>();
    for (int size = 0; size <= 5; size++) {
      if (takesThisMany.test(new Signature(function, java.util.Collections.nCopies(size, "s")))) {
        sizes.add(size);
      }
    }
    this.sizes = sizes.isEmpty() ? List.of(6) : sizes;
  }

  /** Starts from a signature that is known to be good. */
  void accepted(Signature signature) {
    accepted.add(signature);
  }

  Signature draw() {
    if (!accepted.isEmpty() && !random.oneIn(6)) {
      Signature known = random.pick(accepted);
      if (!known.arguments().isEmpty()) {
        int place = random.between(0, known.arguments().size() - 1);
        return known.with(place, argument());
      }
    }
    List<String> arguments = new ArrayList<>();
    int size = random.pick(sizes);
    for (int i = 0; i < size; i++) {
      arguments.add(argument());
    }
    return new Signature(function, arguments);
  }

  private String argument() {
    return random.oneIn(3) ? random.pick(CONSTANTS) : random.pick(columns);
  }
}
