// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import io.twinhouse.testkit.RandomSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of an aggregate function in the making: suffixes change its name, its arguments and its
 * parameters.
 */
final class AggregateCallText {

  /** Suffixes; those of states stand for themselves and come last. */
  static final List<String> SUFFIXES =
      List.of(
          "If",
          "Array",
          "Map",
          "Distinct",
          "OrNull",
          "OrDefault",
          "ForEach",
          "ArgMin",
          "ArgMax",
          "Resample",
          "SimpleState",
          "State");

  private static final List<String> CONDITIONS =
      List.of("flag", "u8 % 2", "nu > 1", "i8 > 0", "0", "1", "id % 2 = 0");
  private static final List<String> KEYS = List.of("id", "u8", "s", "f64", "d", "nu", "i16", "e8");

  private final RandomSource random;
  private final StringBuilder name;
  private final List<String> arguments;
  private String parameters;

  AggregateCallText(String function, String parameters, List<String> arguments, RandomSource own) {
    name = new StringBuilder(function);
    this.parameters = parameters;
    this.arguments = new ArrayList<>(arguments);
    random = own;
  }

  /** Puts a suffix behind the name. */
  void suffix(String suffix) {
    name.append(suffix);
    switch (suffix) {
      case "If" -> arguments.add(random.pick(CONDITIONS));
      case "Array", "ForEach" -> {
        boolean pairs = random.oneIn(2);
        arguments.replaceAll(a -> pairs ? "[" + a + ", " + a + "]" : "[" + a + "]");
      }
      case "Map" -> arguments.replaceAll(a -> "map(id % 3, " + a + ")");
      case "ArgMin", "ArgMax" -> arguments.add(random.pick(KEYS));
      case "Resample" -> {
        parameters = parameters.isEmpty() ? "0, 3, 1" : parameters + ", 0, 3, 1";
        arguments.add("id % 4");
      }
      default -> {}
    }
  }

  /** The call as SQL text; a state as its bytes. */
  String sql() {
    String call =
        name
            + (parameters.isEmpty() ? "" : "(" + parameters + ")")
            + "("
            + String.join(", ", arguments)
            + ")";
    return name.toString().endsWith("State") && !name.toString().endsWith("SimpleState")
        ? "hex(" + call + ")"
        : call;
  }

  /** Type and value over some rows. */
  String over(String rows) {
    return "SELECT toTypeName(" + sql() + "), " + sql() + " FROM " + rows;
  }
}
