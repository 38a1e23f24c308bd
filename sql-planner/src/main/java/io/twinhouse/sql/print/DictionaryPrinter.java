// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.engine.type.Quoting;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.statement.DictionaryBody;
import io.twinhouse.sql.statement.DictionaryBody.Attribute;
import io.twinhouse.sql.statement.DictionaryBody.Flag;
import io.twinhouse.sql.statement.DictionaryBody.Parameter;
import io.twinhouse.sql.statement.DictionaryBody.Parameters;
import java.util.Locale;

/** Prints what a dictionary is said to be: attributes and clauses, in the server's order. */
final class DictionaryPrinter {
  private final SqlText text;
  private final ExprPrinter expressions;

  DictionaryPrinter(SqlText text, ExprPrinter expressions) {
    this.text = text;
    this.expressions = expressions;
  }

  /** All behind the name. */
  void body(DictionaryBody body) {
    if (!body.attributes().isEmpty()) {
      if (text.hasLines()) {
        text.add("\n(").onLines(body.attributes(), this::attribute).add("\n)");
      } else {
        text.add(" ").bracketed(body.attributes(), this::attribute);
      }
    }
    if (!body.primaryKey().isEmpty()) {
      text.gap().add("PRIMARY KEY ").list(body.primaryKey(), text::name);
    }
    if (body.source() != null) {
      text.gap().add("SOURCE(");
      parameters(body.source());
      text.add(")");
    }
    if (body.lifetime() != null) {
      text.gap().add("LIFETIME(MIN ").add(body.lifetime().min());
      text.add(" MAX ").add(body.lifetime().max()).add(")");
    }
    if (body.layout() != null) {
      text.gap().add("LAYOUT(");
      parameters(body.layout());
      text.add(")");
    }
    if (body.range() != null) {
      text.gap().add("RANGE(MIN ").name(body.range().min());
      text.add(" MAX ").name(body.range().max()).add(")");
    }
    if (!body.settings().isEmpty()) {
      text.gap().add("SETTINGS(");
      text.list(body.settings(), new QueryPrinter(text)::setting).add(")");
    }
    if (body.comment() != null) {
      text.gap().add("COMMENT ").string(body.comment());
    }
  }

  private void attribute(Attribute attribute) {
    if (text.isShown()) {
      text.add(Quoting.name(attribute.name()));
    } else {
      text.name(attribute.name());
    }
    text.add(" ");
    new TypePrinter(text).type(attribute.type());
    if (attribute.defaultValue() != null) {
      text.add(" DEFAULT ");
      expression(attribute.defaultValue());
    }
    if (attribute.expression() != null) {
      text.add(" EXPRESSION ");
      expression(attribute.expression());
    }
    for (Flag flag : Flag.values()) {
      text.add(attribute.is(flag) ? " " + flag.name() : "");
    }
  }

  /** The server shows what stands alone without brackets. */
  private void expression(Expr expression) {
    if (text.isShown()) {
      expressions.element(expression);
    } else {
      expressions.operand(expression, Precedence.LAMBDA);
    }
  }

  private void parameters(Parameters parameters) {
    text.add(parameters.name().toUpperCase(Locale.ROOT));
    if (parameters.brackets() || !parameters.parameters().isEmpty()) {
      text.add("(");
      pairs(parameters.parameters());
      text.add(")");
    }
  }

  private void pairs(Iterable<Parameter> pairs) {
    String gap = "";
    for (Parameter pair : pairs) {
      text.add(gap).add(pair.key().toUpperCase(Locale.ROOT));
      if (pair.value() == null) {
        text.add("(");
        pairs(pair.inner());
        text.add(")");
      } else if (text.isShown() && pair.key().equalsIgnoreCase("password")) {
        text.add(" '[HIDDEN]'");
      } else {
        text.add(" ");
        expressions.operand(pair.value(), Precedence.LAMBDA);
      }
      gap = " ";
    }
  }
}
