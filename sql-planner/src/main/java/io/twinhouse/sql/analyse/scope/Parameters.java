// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Identifier.Part;
import io.twinhouse.sql.ast.Identifier.PartKind;
import io.twinhouse.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexNode;

/** Values of {@code {name:Type}}: text in TSV's escaping, read as the type. */
public final class Parameters {

  private final AnalysisContext context;

  public Parameters(AnalysisContext context) {
    this.context = context;
  }

  public RexNode value(Expr.Parameter parameter) {
    Type type = TypeParser.parse(SqlPrinter.print(parameter.type()));
    String text = text(parameter.name());
    if (type.isNullable() && text.equals("\\N")) {
      return context.rex().cast(new Literals(context.rex()).nullValue(), type);
    }
    String plain = unescape(text);
    try {
      RexNode value = context.rex().text(plain);
      return type.equals(StringType.INSTANCE) ? value : context.rex().cast(value, type);
    } catch (TwinhouseException e) {
      throw new TwinhouseException(
          ErrorCode.BAD_QUERY_PARAMETER,
          "Value "
              + text
              + " cannot be parsed as "
              + type.name()
              + " for query parameter '"
              + parameter.name()
              + "'",
          e);
    }
  }

  /** The name with the parts that are parameters of type Identifier replaced. */
  public Identifier substitute(Identifier identifier) {
    if (identifier.parts().stream().noneMatch(p -> p.kind() == PartKind.PARAMETER)) {
      return identifier;
    }
    List<Part> parts = new ArrayList<>();
    for (Part part : identifier.parts()) {
      if (part.kind() == PartKind.PARAMETER) {
        for (String name : text(part.text()).split("\\.")) {
          parts.add(new Part(PartKind.NAME, name));
        }
      } else {
        parts.add(part);
      }
    }
    return new Identifier(identifier.position(), parts);
  }

  private String text(String name) {
    String text = context.planning().parameters().get(name);
    if (text == null) {
      throw Failures.of(
          ErrorCode.UNKNOWN_QUERY_PARAMETER, "Substitution `" + name + "` is not set.");
    }
    return text;
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        plain.append(c);
        continue;
      }
      i++;
      char escaped = text.charAt(i);
      plain.append(
          switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '0' -> '\0';
            default -> escaped;
          });
    }
    return plain.toString();
  }
}
