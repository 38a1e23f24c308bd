// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Call.NullTreatment;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.TypeName;
import io.twinhouse.sql.ast.Window;
import io.twinhouse.testkit.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random expressions of the shapes that parsing gives. */
final class RandomTrees {
  static final Position NOWHERE = Position.NONE;

  private static final List<String> NAMES =
      List.of(
          "a",
          "b",
          "t",
          "user_id",
          "A b",
          "select",
          "FROM",
          "null",
          "x`y",
          "q\"r",
          "end",
          "all",
          "desc",
          "1a",
          "$d",
          "Grüße",
          "interval",
          "case",
          "not",
          "date",
          "is",
          "like",
          "final");
  private static final List<String> FUNCTIONS =
      List.of("f", "sum", "uniqExact", "left", "any", "toDate", "replace", "format", "if", "A f");
  private static final List<String> BINARY =
      List.of(
          "plus",
          "minus",
          "multiply",
          "divide",
          "modulo",
          "intDiv",
          "equals",
          "notEquals",
          "less",
          "lessOrEquals",
          "greater",
          "greaterOrEquals",
          "like",
          "notLike",
          "ilike",
          "notILike",
          "in",
          "notIn",
          "globalIn",
          "globalNotIn",
          "isDistinctFrom",
          "isNotDistinctFrom",
          "arrayElement",
          "concat",
          "has",
          "toTimeZone",
          "match");
  private static final List<String> UNARY = List.of("not", "negate", "isNull", "isNotNull");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "42",
          "18446744073709551615",
          "1.5",
          "0.25",
          "-1",
          "-0.5",
          "1e10",
          "inf",
          "nan",
          "-inf");
  private static final List<String> TYPES =
      List.of("String", "Nullable(UInt8)", "Array(Array(Int64))", "Tuple(a Int8, `b c` String)");

  private final RandomSource random;
  private final RandomQueries queries;

  RandomTrees(RandomSource random) {
    this.random = random;
    queries = new RandomQueries(random, this);
  }

  RandomQueries queries() {
    return queries;
  }

  String name() {
    return random.pick(NAMES);
  }

  <T> List<T> some(int from, int to, Supplier<T> element) {
    List<T> list = new ArrayList<>();
    for (int left = random.between(from, to); left > 0; left--) {
      list.add(element.get());
    }
    return list;
  }

  <T> @Nullable T maybe(int oneIn, Supplier<T> value) {
    return random.oneIn(oneIn) ? value.get() : null;
  }

  List<Expr> elements(int from, int to, int depth) {
    return some(from, to, () -> element(depth));
  }

  /** An expression where an alias may stand. */
  Expr element(int depth) {
    return random.oneIn(8) ? aliased(depth) : expression(depth);
  }

  Expr.Aliased aliased(int depth) {
    return new Expr.Aliased(NOWHERE, expression(depth), name());
  }

  /** An expression; at depth 0 a leaf. */
  Expr expression(int depth) {
    if (depth <= 0) {
      return leaf();
    }
    return switch (random.between(0, 13)) {
      case 0, 1 -> leaf();
      case 2, 3, 4 -> binary(depth - 1);
      case 5 -> call(random.pick(UNARY), List.of(operand(depth - 1)));
      case 6 -> call(random.pick(List.of("and", "or")), some(2, 4, () -> operand(depth - 1)));
      case 7 -> function(depth - 1);
      case 8 -> call("array", elements(0, 3, depth - 1));
      case 9 -> call("tuple", elements(0, 3, depth - 1));
      case 10 -> special(depth - 1);
      case 11 ->
          new Expr.Between(
              NOWHERE, operand(depth - 1), operand(depth - 1), operand(depth - 1), random.oneIn(2));
      case 12 -> subquery(depth - 2);
      default -> call("CAST", List.of(expression(depth - 1), text(random.pick(TYPES))));
    };
  }

  private Expr operand(int depth) {
    return random.oneIn(10) ? aliased(depth) : expression(depth);
  }

  /** An expression of operators and plain names alone. */
  Expr operators(int depth) {
    if (depth <= 0) {
      return Identifier.of(random.pick(List.of("a", "b", "c")));
    }
    return switch (random.between(0, 8)) {
      case 0 -> call(random.pick(UNARY), List.of(operators(depth - 1)));
      case 1 -> call(random.pick(List.of("and", "or")), some(2, 3, () -> operators(depth - 1)));
      case 2, 3 -> {
        Expr inner = operators(depth - 1);
        String alias = random.pick(List.of("x", "y"));
        yield inner instanceof Expr.Aliased ? inner : new Expr.Aliased(NOWHERE, inner, alias);
      }
      case 4 -> call("array", some(1, 2, () -> operators(depth - 1)));
      default -> call(random.pick(BINARY), List.of(operators(depth - 1), operators(depth - 1)));
    };
  }

  private Expr subquery(int depth) {
    return new Expr.Subquery(NOWHERE, queries.query(depth));
  }

  private Expr special(int depth) {
    return switch (random.between(0, 4)) {
      case 0 -> new Expr.Lambda(NOWHERE, some(0, 3, this::name), expression(depth));
      case 1 -> call("exists", List.of(subquery(depth - 1)));
      case 2 -> call("toIntervalDay", List.of(expression(depth)));
      case 3 -> call("tupleElement", List.of(operand(depth), new Literal.Number(NOWHERE, "2")));
      default -> call("tupleElement", List.of(operand(depth), text(name())));
    };
  }

  private Expr binary(int depth) {
    return call(random.pick(BINARY), List.of(operand(depth), operand(depth)));
  }

  static Call call(String name, List<? extends Expr> arguments) {
    return new Call(NOWHERE, name, arguments);
  }

  private static Literal text(String value) {
    return new Literal.Text(NOWHERE, value);
  }

  private Expr function(int depth) {
    List<Expr> parameters = random.oneIn(5) ? elements(1, 2, 0) : List.of();
    List<Expr> arguments = new ArrayList<>(elements(parameters.isEmpty() ? 0 : 1, 3, depth));
    if (random.oneIn(8)) {
      arguments.add(columns(depth));
    }
    NullTreatment nulls =
        random.oneIn(8)
            ? random.pick(List.of(NullTreatment.IGNORE, NullTreatment.RESPECT))
            : NullTreatment.DEFAULT;
    Window over = random.oneIn(6) ? window(depth - 1) : null;
    String name = random.pick(FUNCTIONS);
    return new Call(NOWHERE, name, parameters, arguments, nulls, over);
  }

  ColumnSet columns(int depth) {
    Identifier qualifier = random.oneIn(3) ? plainName() : null;
    ColumnSet.Selection selection =
        switch (random.between(0, 3)) {
          case 0 -> new ColumnSet.Matching(random.text(8));
          case 1 -> new ColumnSet.Listed(some(1, 3, this::plainName));
          default -> new ColumnSet.All();
        };
    return new ColumnSet(NOWHERE, qualifier, selection, some(0, 2, () -> transformer(depth)));
  }

  private ColumnSet.Transformer transformer(int depth) {
    return switch (random.between(0, 4)) {
      case 0 -> new ColumnSet.ExceptMatching(NOWHERE, random.text(8));
      case 1 -> new ColumnSet.Except(NOWHERE, some(1, 2, this::oneName), random.oneIn(2));
      case 2 -> new ColumnSet.Replace(NOWHERE, some(1, 2, () -> aliased(depth - 1)), false);
      case 3 -> {
        Expr lambda = new Expr.Lambda(NOWHERE, List.of("x"), expression(depth - 1));
        yield new ColumnSet.Apply(NOWHERE, lambda, maybe(3, () -> random.text(5)));
      }
      default -> {
        Call function =
            new Call(
                NOWHERE,
                random.pick(List.of("sum", "toString", "quantile")),
                random.oneIn(2) ? List.of(new Literal.Number(NOWHERE, "0.9")) : List.of(),
                List.of(),
                NullTreatment.DEFAULT,
                null);
        yield new ColumnSet.Apply(NOWHERE, function, maybe(3, () -> random.text(5)));
      }
    };
  }

  private Identifier oneName() {
    return Identifier.of(name());
  }

  /** A name of one or two plain parts. */
  Identifier plainName() {
    return random.oneIn(3) ? Identifier.of(name(), name()) : oneName();
  }

  Expr leaf() {
    return switch (random.between(0, 9)) {
      case 0, 1 -> new Literal.Number(NOWHERE, random.pick(NUMBERS));
      case 2 -> text(random.text(12));
      case 3 -> Literal.Text.ofBytes(NOWHERE, random.bytes(random.between(0, 6)));
      case 4 -> new Literal.Null(NOWHERE);
      case 5 -> new Literal.Bool(NOWHERE, random.oneIn(2));
      case 6 -> parameter();
      default -> path();
    };
  }

  Expr parameter() {
    TypeName type = SqlParser.parseType(random.pick(TYPES));
    return new Expr.Parameter(NOWHERE, random.pick(List.of("p", "since", "ids")), type);
  }

  private Identifier path() {
    List<Identifier.Part> parts = new ArrayList<>(plainName().parts());
    if (random.oneIn(6)) {
      Identifier.PartKind kind =
          random.pick(List.of(Identifier.PartKind.JSON_TYPE, Identifier.PartKind.JSON_OBJECT));
      parts.add(new Identifier.Part(kind, random.pick(List.of("Int64", "Array(JSON)", "x y"))));
    }
    return new Identifier(NOWHERE, parts);
  }

  private Window window(int depth) {
    return random.oneIn(3) ? new Window.Reference(NOWHERE, name()) : definition(depth);
  }

  Window.Definition definition(int depth) {
    return new Window.Definition(
        NOWHERE,
        maybe(4, this::name),
        elements(0, 2, depth),
        some(0, 2, () -> key(depth, false)),
        maybe(2, () -> frame(depth)));
  }

  private Window.Frame frame(int depth) {
    Window.FrameUnit unit = random.pick(List.of(Window.FrameUnit.values()));
    Window.Bound end = random.oneIn(2) ? bound(depth, 1) : null;
    return new Window.Frame(NOWHERE, unit, bound(depth, 0), end);
  }

  /** The start of a frame is not unbounded following, its end not unbounded preceding. */
  private Window.Bound bound(int depth, int from) {
    Window.BoundKind kind = Window.BoundKind.values()[random.between(from, from + 3)];
    boolean distant = kind == Window.BoundKind.PRECEDING || kind == Window.BoundKind.FOLLOWING;
    return new Window.Bound(kind, distant ? operand(depth) : null);
  }

  OrderBy.Item key(int depth, boolean fills) {
    OrderBy.Fill fill = null;
    if (fills && random.oneIn(5)) {
      fill =
          new OrderBy.Fill(
              maybe(2, () -> element(depth)),
              maybe(2, () -> element(depth)),
              maybe(2, () -> element(depth)),
              maybe(4, () -> element(depth)));
    }
    return new OrderBy.Item(
        NOWHERE,
        element(depth),
        random.oneIn(2),
        random.pick(List.of(OrderBy.Nulls.values())),
        maybe(8, () -> "en"),
        fill);
  }
}
