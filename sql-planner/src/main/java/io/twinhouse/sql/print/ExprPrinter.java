// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.ExprVisitor;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints expressions, with brackets where precedence asks for them. */
final class ExprPrinter implements ExprVisitor<Void> {
  private final SqlText text;
  private final @Nullable ShownExprPrinter shown;

  ExprPrinter(SqlText text) {
    this.text = text;
    shown = text.isShown() ? new ShownExprPrinter(text, this) : null;
  }

  /** An expression where an alias may stand. */
  void element(Expr expression) {
    element(expression, 0);
  }

  /** One of several such expressions, from 0 on. */
  void element(Expr expression, int index) {
    if (shown != null) {
      shown.write(expression, false, index);
    } else if (isWrittenInBrackets(expression)) {
      inBrackets(expression);
    } else {
      expression.accept(this);
    }
  }

  private boolean isWrittenInBrackets(Expr expression) {
    return text.keepsBrackets() && expression.position().isInBrackets();
  }

  private void inBrackets(Expr expression) {
    text.add("(");
    expression.accept(this);
    text.add(")");
  }

  /** Elements with commas between. */
  void elements(List<? extends Expr> elements) {
    if (shown != null) {
      shown.elements(elements);
      return;
    }
    for (int i = 0; i < elements.size(); i++) {
      text.add(i == 0 ? "" : ", ");
      Expr element = elements.get(i);
      Expr bare = element instanceof Expr.Aliased aliased ? aliased.expression() : element;
      if (i > 0 && bare instanceof Expr.Lambda lambda) {
        lambda(lambda, true);
        if (element instanceof Expr.Aliased aliased) {
          text.add(" AS ").name(aliased.alias());
        }
      } else {
        element(element);
      }
    }
  }

  /** An expression among operators: in brackets if it binds more loosely than {@code level}. */
  void operand(Expr expression, int level) {
    if (shown != null) {
      shown.write(expression, level > Precedence.LAMBDA, 0);
    } else if (Precedence.of(expression) >= level && !isWrittenInBrackets(expression)) {
      expression.accept(this);
    } else {
      inBrackets(expression);
    }
  }

  @Override
  public Void number(Literal.Number number) {
    text.add(number.text());
    return null;
  }

  @Override
  public Void text(Literal.Text string) {
    text.string(string.value());
    return null;
  }

  @Override
  public Void nullLiteral(Literal.Null nullLiteral) {
    text.add("NULL");
    return null;
  }

  @Override
  public Void bool(Literal.Bool bool) {
    text.add(bool.value() ? "true" : "false");
    return null;
  }

  @Override
  public Void identifier(Identifier identifier) {
    String dot = "";
    for (Identifier.Part part : identifier.parts()) {
      text.add(dot);
      switch (part.kind()) {
        case NAME -> text.name(part.text());
        case JSON_TYPE -> text.add(":").name(part.text());
        case JSON_OBJECT -> text.add("^").name(part.text());
        case PARAMETER -> text.add("{").name(part.text()).add(":Identifier}");
      }
      dot = ".";
    }
    return null;
  }

  @Override
  public Void columnSet(ColumnSet columns) {
    if (columns.qualifier() != null) {
      identifier(columns.qualifier());
      text.add(".");
    }
    if (columns.selection() instanceof ColumnSet.Matching matching) {
      text.add("COLUMNS(").string(matching.regexp()).add(")");
    } else if (columns.selection() instanceof ColumnSet.Listed listed) {
      text.add("COLUMNS").bracketed(listed.columns(), this::identifier);
    } else {
      text.add("*");
    }
    columns.transformers().forEach(this::transformer);
    return null;
  }

  private void transformer(ColumnSet.Transformer transformer) {
    if (transformer instanceof ColumnSet.Except except) {
      text.add(except.strict() ? " EXCEPT STRICT " : " EXCEPT ");
      if (text.isShown() && except.columns().size() == 1) {
        identifier(except.columns().get(0));
      } else {
        text.bracketed(except.columns(), this::identifier);
      }
    } else if (transformer instanceof ColumnSet.ExceptMatching except) {
      boolean brackets = !text.isShown();
      text.add(brackets ? " EXCEPT(" : " EXCEPT ").string(except.regexp());
      text.add(brackets ? ")" : "");
    } else if (transformer instanceof ColumnSet.Replace replace) {
      text.add(replace.strict() ? " REPLACE STRICT " : " REPLACE ");
      text.bracketed(replace.columns(), this::element);
    } else if (transformer instanceof ColumnSet.Apply apply) {
      apply(apply);
    }
  }

  private void apply(ColumnSet.Apply apply) {
    boolean bare = text.isShown() && apply.prefix() == null;
    text.add(bare ? " APPLY " : text.isShown() ? " APPLY (" : " APPLY(");
    applied(apply.function());
    if (apply.prefix() != null) {
      text.add(", ").string(apply.prefix());
    }
    text.add(bare ? "" : ")");
  }

  private void applied(Expr function) {
    if (function instanceof Call call) {
      text.function(call.name());
      if (!call.parameters().isEmpty()) {
        text.add("(");
        elements(call.parameters());
        text.add(")");
      }
    } else if (shown != null) {
      shown.applied(function);
    } else {
      element(function);
    }
  }

  @Override
  public Void call(Call call) {
    if (!new OperatorPrinter(text, this).print(call)) {
      function(call);
    }
    return null;
  }

  /** A call as a call, even if it has a form of its own. */
  void function(Call call) {
    text.function(call.name());
    if (!call.parameters().isEmpty()) {
      text.add("(");
      elements(call.parameters());
      text.add(")");
    }
    text.add("(");
    arguments(call.arguments());
    text.add(")");
    switch (call.nulls()) {
      case IGNORE -> text.add(" IGNORE NULLS");
      case RESPECT -> text.add(" RESPECT NULLS");
      case DEFAULT -> {}
    }
    over(call);
  }

  /** Arguments of a call, with commas between. */
  void arguments(List<? extends Expr> arguments) {
    if (shown != null) {
      shown.arguments(arguments);
    } else {
      elements(arguments);
    }
  }

  /** The window of a call, if it has one. */
  void over(Call call) {
    if (call.over() != null) {
      text.add(" OVER ");
      new WindowPrinter(text, this).over(call.over());
    }
  }

  @Override
  public Void lambda(Expr.Lambda lambda) {
    lambda(lambda, lambda.parameters().size() != 1);
    return null;
  }

  /** Behind another element a single name would be taken for the second of two parameters. */
  private void lambda(Expr.Lambda lambda, boolean brackets) {
    text.add(brackets ? "(" : "");
    text.list(lambda.parameters(), text::name);
    text.add(brackets ? ") -> " : " -> ");
    operand(lambda.body(), Precedence.CONDITIONAL);
  }

  @Override
  public Void between(Expr.Between between) {
    operand(between.value(), Precedence.BETWEEN);
    text.add(between.negated() ? " NOT BETWEEN " : " BETWEEN ");
    operand(between.low(), Precedence.COMPARE);
    text.add(" AND ");
    operand(between.high(), Precedence.COMPARE);
    return null;
  }

  @Override
  public Void subquery(Expr.Subquery subquery) {
    text.enclosed(() -> new QueryPrinter(text).query(subquery.query()));
    return null;
  }

  @Override
  public Void parameter(Expr.Parameter parameter) {
    text.add("{").name(parameter.name()).add(":");
    new TypePrinter(text).type(parameter.type());
    text.add("}");
    return null;
  }

  @Override
  public Void aliased(Expr.Aliased aliased) {
    if (aliased.expression() instanceof Call call && isGlobalVariable(call, aliased.alias())) {
      text.add("@@").add(Names.element(aliased.alias().substring(2)));
      return null;
    }
    operand(aliased.expression(), Precedence.LAMBDA);
    text.add(" AS ").name(aliased.alias());
    return null;
  }

  /** Whether it was written {@code @@name}. */
  private static boolean isGlobalVariable(Call call, String alias) {
    return call.name().equals("globalVariable")
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof Literal.Text name
        && alias.equals("@@" + name.value());
  }
}
