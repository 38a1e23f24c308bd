// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.TypeName;
import java.util.List;
import java.util.regex.Pattern;

/** Prints types, as ClickHouse writes them into CAST. */
final class TypePrinter {
  private static final Pattern SEVERAL_WORDS =
      Pattern.compile(
          "DOUBLE PRECISION|(TINY|SMALL|BIG)?INT (UN)?SIGNED|INT1 (UN)?SIGNED|INTEGER (UN)?SIGNED"
              + "|(NATIONAL )?(CHAR|CHARACTER)( VARYING| LARGE OBJECT)?"
              + "|(BINARY|NCHAR)( VARYING| LARGE OBJECT)");

  private final SqlText text;

  TypePrinter(SqlText text) {
    this.text = text;
  }

  void type(TypeName type) {
    text.add(typeName(type.name()));
    List<TypeName.Argument> arguments = type.arguments();
    if (arguments != null && !(arguments.isEmpty() && type.name().equals("Tuple"))) {
      if (text.hasLines() && type.name().equals("Tuple")) {
        text.add("(").onLines(arguments, this::argument).add(")");
        return;
      }
      text.bracketed(arguments, this::argument);
    }
  }

  /** The standard's names of several words stay as they are. */
  private static String typeName(String name) {
    return SEVERAL_WORDS.matcher(name).matches() ? name : Names.element(name);
  }

  private void argument(TypeName.Argument argument) {
    if (argument instanceof TypeName.Nested nested) {
      if (nested.name() != null) {
        text.add(Names.element(nested.name())).add(" ");
      }
      type(nested.type());
    } else if (argument instanceof TypeName.Constant constant) {
      literal(constant.value());
      if (constant.number() != null) {
        text.add(" = ").add(constant.number().text());
      }
    } else if (argument instanceof TypeName.Setting setting) {
      text.add(Names.element(setting.name())).add(" = ");
      literal(setting.value());
    } else if (argument instanceof TypeName.Skip skip) {
      text.indented("SKIP ")
          .add(String.join(".", skip.path().stream().map(Names::element).toList()));
    } else if (argument instanceof TypeName.SkipMatching skip) {
      text.indented("SKIP REGEXP ").string(skip.regexp());
    }
  }

  private void literal(Literal literal) {
    if (literal instanceof Literal.Text string) {
      text.string(string.value());
    } else if (literal instanceof Literal.Number number) {
      text.add(number.text());
    }
  }
}
