// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

/** Marks expressions as written in brackets, which the server shows again. Thread-safe. */
public final class Bracketed implements ExprVisitor<Expr> {

  private static final Bracketed INSTANCE = new Bracketed();

  private Bracketed() {}

  /** The same expression in brackets; with an alias within the brackets they are its own. */
  public static Expr of(Expr expression) {
    return expression.accept(INSTANCE);
  }

  @Override
  public Expr number(Literal.Number number) {
    return new Literal.Number(number.position().inBrackets(), number.text());
  }

  @Override
  public Expr text(Literal.Text text) {
    return new Literal.Text(text.position().inBrackets(), text.value());
  }

  @Override
  public Expr nullLiteral(Literal.Null nullLiteral) {
    return new Literal.Null(nullLiteral.position().inBrackets());
  }

  @Override
  public Expr bool(Literal.Bool bool) {
    return new Literal.Bool(bool.position().inBrackets(), bool.value());
  }

  @Override
  public Expr identifier(Identifier identifier) {
    return new Identifier(identifier.position().inBrackets(), identifier.parts());
  }

  @Override
  public Expr columnSet(ColumnSet columns) {
    return new ColumnSet(
        columns.position().inBrackets(),
        columns.qualifier(),
        columns.selection(),
        columns.transformers());
  }

  @Override
  public Expr call(Call call) {
    return isConstantTuple(call)
        ? call
        : new Call(
            call.position().inBrackets(),
            call.name(),
            call.parameters(),
            call.arguments(),
            call.nulls(),
            call.over());
  }

  /** A tuple of constants is one itself, however many brackets are around it. */
  private static boolean isConstantTuple(Call call) {
    return call.name().equals("tuple") && call.arguments().size() > 1 && isConstant(call);
  }

  private static boolean isConstant(Expr expression) {
    if (!(expression instanceof Call call)) {
      return expression instanceof Literal;
    }
    boolean list = call.name().equals("tuple") || call.name().equals("array");
    return list
        && !call.position().isCall()
        && call.arguments().stream().allMatch(Bracketed::isConstant);
  }

  @Override
  public Expr lambda(Expr.Lambda lambda) {
    return new Expr.Lambda(lambda.position().inBrackets(), lambda.parameters(), lambda.body());
  }

  @Override
  public Expr between(Expr.Between between) {
    return new Expr.Between(
        between.position().inBrackets(),
        between.value(),
        between.low(),
        between.high(),
        between.negated());
  }

  @Override
  public Expr subquery(Expr.Subquery subquery) {
    return subquery;
  }

  @Override
  public Expr parameter(Expr.Parameter parameter) {
    return new Expr.Parameter(
        parameter.position().inBrackets(), parameter.name(), parameter.type());
  }

  @Override
  public Expr aliased(Expr.Aliased aliased) {
    return new Expr.Aliased(aliased.position(), of(aliased.expression()), aliased.alias());
  }
}
