// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of settings as the text that the engine reads. */
public final class SettingTexts {

  private SettingTexts() {}

  public static Map<String, String> of(List<SettingChange> changes) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (SettingChange change : changes) {
      Expr value = change.value();
      if (value == null) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Setting " + change.name() + " = DEFAULT is not supported; give the value");
      }
      texts.put(change.name(), text(value));
    }
    return texts;
  }

  /** The changes of SET, where the value {@code DEFAULT} takes a change back. */
  public static Map<String, String> ofSet(List<SettingChange> changes) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (SettingChange change : changes) {
      Expr value = change.value();
      if (!change.name().startsWith(SettingChange.PARAMETER)) {
        texts.put(change.name(), value == null ? "DEFAULT" : text(value));
      }
    }
    return texts;
  }

  /** What SET says of parameters, by their names. */
  public static Map<String, String> parameters(List<SettingChange> changes) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (SettingChange change : changes) {
      if (change.name().startsWith(SettingChange.PARAMETER)) {
        String name = change.name().substring(SettingChange.PARAMETER.length());
        if (name.isEmpty()) {
          throw Failures.of(ErrorCode.BAD_ARGUMENTS, "Parameter name cannot be empty.");
        }
        texts.put(name, parameter(change.value()));
      }
    }
    return texts;
  }

  private static String parameter(@Nullable Expr value) {
    if (value == null) {
      return "DEFAULT";
    }
    if (value instanceof Literal.Text text && !text.position().isInBrackets()) {
      return text.value();
    }
    return value instanceof Expr.Parameter ? text(value) : literal(value);
  }

  /** A literal as the server writes it down, with the values of its numbers. */
  private static String literal(Expr value) {
    String text;
    if (value instanceof Call call) {
      text = ofParts(call);
    } else if (value instanceof Literal.Number number) {
      if (!number.isInteger()) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "A parameter set to a number with a fraction, or of more than 64 bits, is not"
                + " supported; give it as text");
      }
      text = number.integerValue().toString();
    } else if (value instanceof Literal.Bool bool) {
      text = bool.value() ? "true" : "false";
    } else if (value instanceof Literal) {
      text = SqlPrinter.print(value);
    } else {
      throw noLiteral(value);
    }
    boolean single = value instanceof Literal && value.position().isInBrackets();
    return single ? "(" + text + ")" : text;
  }

  private static String ofParts(Call call) {
    List<String> parts = call.arguments().stream().map(SettingTexts::literal).toList();
    switch (call.name()) {
      case "array" -> {
        return "[" + String.join(", ", parts) + "]";
      }
      case "tuple" -> {
        return "(" + String.join(", ", parts) + ")";
      }
      case "map" -> {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
          entries.add(parts.get(i) + ":" + parts.get(i + 1));
        }
        return "{" + String.join(", ", entries) + "}";
      }
      default -> throw noLiteral(call);
    }
  }

  private static TwinhouseException noLiteral(Expr value) {
    return new TwinhouseException(
        ErrorCode.SYNTAX_ERROR, "Syntax error: a literal expected, not " + SqlPrinter.print(value));
  }

  /** A value as text. */
  public static String text(Expr value) {
    if (value instanceof Literal.Text text) {
      return text.value();
    }
    if (value instanceof Literal.Bool bool) {
      return bool.value() ? "1" : "0";
    }
    return value instanceof Call map && map.name().equals("map")
        ? mapText(map.arguments())
        : SqlPrinter.print(value);
  }

  /** {@code {'a': 'b'}} as such a setting's value is written in a string. */
  private static String mapText(List<Expr> entries) {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i + 1 < entries.size(); i += 2) {
      text.append(i == 0 ? "" : ",").append(SqlPrinter.print(entries.get(i)));
      text.append(':').append(SqlPrinter.print(entries.get(i + 1)));
    }
    return text.append('}').toString();
  }

  /** {@code first} with {@code second} on top. */
  public static Map<String, String> merged(Map<String, String> first, Map<String, String> second) {
    if (second.isEmpty()) {
      return first;
    }
    Map<String, String> all = new LinkedHashMap<>(first);
    all.putAll(second);
    return all;
  }
}
