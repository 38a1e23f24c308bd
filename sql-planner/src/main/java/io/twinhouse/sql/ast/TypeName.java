// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type as written in SQL: {@code Nullable(String)}, {@code Tuple(a UInt8, b String)}, {@code
 * Enum8('x' = 1)}, {@code AggregateFunction(quantile(0.5), Float64)}, {@code JSON(a.b UInt8, SKIP
 * c)}. The name is as written; whether there is such a type is not known here.
 *
 * @param arguments null when there are no brackets, empty for {@code T()}
 */
public record TypeName(Position position, String name, @Nullable List<Argument> arguments)
    implements Node {
  public TypeName {
    arguments = arguments == null ? null : List.copyOf(arguments);
  }

  /** A type without arguments, from nowhere. */
  public static TypeName of(String name) {
    return new TypeName(Position.NONE, name, null);
  }

  /** What may stand between the brackets of a type. */
  public sealed interface Argument permits Nested, Constant, Setting, Skip, SkipMatching {}

  /**
   * A type, an aggregate function's name with its parameters, or a named element.
   *
   * @param name of the element, with dots for a path of JSON; null for none
   */
  public record Nested(@Nullable String name, TypeName type) implements Argument {}

  /**
   * A constant: a precision, a time zone, a parameter, or one value of an Enum.
   *
   * @param number what follows {@code =} in an Enum; null for none
   */
  public record Constant(Literal value, Literal.@Nullable Number number) implements Argument {}

  /** {@code max_dynamic_paths = 10}, for JSON and Dynamic. */
  public record Setting(String name, Literal value) implements Argument {}

  /** {@code SKIP a.b}, for JSON. */
  public record Skip(List<String> path) implements Argument {
    public Skip {
      path = List.copyOf(path);
    }
  }

  /** {@code SKIP REGEXP 're'}, for JSON. */
  public record SkipMatching(String regexp) implements Argument {}
}
