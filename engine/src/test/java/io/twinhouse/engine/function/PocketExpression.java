// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.setting.Settings;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates an expression made of calls, operators, literals, array and tuple brackets and lambdas,
 * over constant columns or over flat columns of three equal rows. A test's stand-in for the SQL
 * layers above the engine.
 */
final class PocketExpression {

  private static final int ROWS = 3;

  private final String text;
  private final boolean constants;
  private final FunctionRegistry registry = FunctionRegistry.standard();
  private final Map<String, Value> variables = new HashMap<>();
  private int at;
  private int rows = ROWS;

  private PocketExpression(String text, boolean constants) {
    this.text = text;
    this.constants = constants;
  }

  /** Type and text of a result. */
  record Result(String type, String value) {}

  static Result evaluate(String text, boolean constants) {
    PocketExpression parser = new PocketExpression(text, constants);
    Node node = parser.expression();
    parser.blanks();
    if (parser.at < text.length()) {
      throw new IllegalArgumentException("left over: " + text.substring(parser.at));
    }
    Value value = parser.value(node);
    TextOutput out = new TextOutput();
    ValueWriter.of(value.type, TextStyle.ESCAPED, ZoneOffset.UTC).write(value.column, 0, out);
    for (int row = 1; row < value.column.size(); row++) {
      TextOutput other = new TextOutput();
      ValueWriter.of(value.type, TextStyle.ESCAPED, ZoneOffset.UTC).write(value.column, row, other);
      if (!other.toString().equals(out.toString())) {
        throw new IllegalStateException("row " + row + " is " + other + ", row 0 is " + out);
      }
    }
    return new Result(value.type.name(), out.toString());
  }

  /** The value in a style, one char a byte. */
  static String write(String text, TextStyle style) {
    PocketExpression parser = new PocketExpression(text, true);
    Value value = parser.value(parser.expression());
    TextOutput out = new TextOutput();
    ValueWriter.of(value.type, style, ZoneOffset.UTC).write(value.column, 0, out);
    return new String(out.toBytes(), StandardCharsets.ISO_8859_1);
  }

  /** A value of one row and its type. */
  record Typed(Type type, Column value) {}

  static Typed typed(String text) {
    PocketExpression parser = new PocketExpression(text, true);
    Value value = parser.value(parser.expression());
    return new Typed(value.type, value.column);
  }

  static BindContext context() {
    return new BindContext(
        Instant.parse("2026-11-21T08:00:00.123456789Z"),
        ZoneOffset.UTC,
        "default",
        "default",
        Settings.DEFAULT::text);
  }

  private sealed interface Node {}

  private record Literal(Type type, Column value) implements Node {}

  private record Variable(String name) implements Node {}

  private record Call(String name, List<Node> arguments) implements Node {}

  private record Lambda(List<String> parameters, Node body) implements Node {}

  private record Value(Type type, Column column, boolean constant) {}

  // --- evaluation

  private Value value(Node node) {
    if (node instanceof Literal literal) {
      Column column = ConstantColumn.of(literal.value, rows);
      return new Value(literal.type, constants ? column : column.flatten(), true);
    }
    if (node instanceof Variable variable) {
      return Objects.requireNonNull(variables.get(variable.name), variable.name);
    }
    return call((Call) node);
  }

  private Value call(Call call) {
    ScalarFunction function =
        registry.scalar(call.name).orElseThrow(() -> registry.unknown(call.name));
    int lambdas = 0;
    while (lambdas < call.arguments.size() && call.arguments.get(lambdas) instanceof Lambda) {
      lambdas++;
    }
    List<Value> values = new ArrayList<>();
    List<Argument> arguments = new ArrayList<>();
    for (int i = lambdas; i < call.arguments.size(); i++) {
      Value value = value(call.arguments.get(i));
      values.add(value);
      boolean known = value.constant && value.column.size() > 0;
      Column constant = known ? value.column.gather(new int[1], 1).flatten() : null;
      arguments.add(new Argument(value.type, constant));
    }
    if (lambdas > 0) {
      return higherOrder((HigherOrderFunction) function, call, values, arguments);
    }
    BoundFunction bound = registry.bindScalar(call.name, arguments, context());
    Column[] columns = values.stream().map(Value::column).toArray(Column[]::new);
    int rows = columns.length == 0 ? this.rows : columns[0].size();
    Column folded = registry.fold(function, bound, arguments);
    try (MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);
        Scratch scratch = new Scratch(new Reservation(memory))) {
      Column result = bound.evaluate(new ColumnInvocation(columns, rows, scratch));
      if (result.size() != rows) {
        throw new IllegalStateException(call.name + " made " + result.size() + " rows of " + rows);
      }
      boolean constant = folded != null;
      if (constants && constant) {
        return new Value(bound.returnType(), ConstantColumn.of(folded, rows), true);
      }
      return new Value(bound.returnType(), result.flatten(), constant);
    }
  }

  private Value higherOrder(
      HigherOrderFunction function, Call call, List<Value> values, List<Argument> rest) {
    Lambda lambda = (Lambda) call.arguments.get(0);
    List<Type> types = function.lambdaParameters(lambda.parameters.size(), rest);
    for (int i = 0; i < types.size(); i++) {
      Column empty = ColumnBuilder.of(types.get(i)).build();
      variables.put(lambda.parameters.get(i), new Value(types.get(i), empty, false));
    }
    Type body = value(lambda.body).type;
    List<Argument> arguments = new ArrayList<>();
    arguments.add(Argument.lambda(body, types.size()));
    arguments.addAll(rest);
    BoundFunction bound = registry.bindScalar(call.name, arguments, context());
    try (MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED)) {
      Column result =
          bound.evaluate(
              new LambdaInvocation(
                  values,
                  (parameters, rows, outer) -> {
                    for (int i = 0; i < types.size(); i++) {
                      variables.put(
                          lambda.parameters.get(i), new Value(types.get(i), parameters[i], false));
                    }
                    int surrounding = this.rows;
                    this.rows = rows;
                    Column column = value(lambda.body).column;
                    this.rows = surrounding;
                    return column;
                  },
                  new Scratch(new Reservation(memory))));
      return new Value(bound.returnType(), result.flatten(), false);
    }
  }

  private record LambdaInvocation(List<Value> values, Invocation.LambdaBody body, Scratch scratch)
      implements Invocation {
    @Override
    public int rows() {
      return values.get(0).column.size();
    }

    @Override
    public int argumentCount() {
      return values.size() + 1;
    }

    @Override
    public Column argument(int index) {
      return values.get(index - 1).column;
    }

    @Override
    public LambdaBody lambda(int index) {
      return body;
    }
  }

  // --- parsing

  private void blanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private boolean skip(String word) {
    blanks();
    if (text.startsWith(word, at)) {
      at += word.length();
      return true;
    }
    return false;
  }

  private static final List<Map<String, String>> OPERATORS =
      List.of(
          Map.of(
              "=", "equals",
              "!=", "notEquals",
              "<", "less",
              "<=", "lessOrEquals",
              ">", "greater",
              ">=", "greaterOrEquals"),
          Map.of("+", "plus", "-", "minus"),
          Map.of("*", "multiply", "/", "divide", "%", "modulo"));

  private Node expression() {
    return infix(0);
  }

  private Node infix(int level) {
    if (level == OPERATORS.size()) {
      return primary();
    }
    Node left = infix(level + 1);
    while (true) {
      blanks();
      String function = null;
      for (int length = 2; length >= 1 && function == null; length--) {
        if (at + length <= text.length()) {
          function = OPERATORS.get(level).get(text.substring(at, at + length));
          at += function == null ? 0 : length;
        }
      }
      if (function == null) {
        return left;
      }
      left = new Call(function, List.of(left, infix(level + 1)));
    }
  }

  private Node primary() {
    blanks();
    char first = text.charAt(at);
    if (first == '\'') {
      return string();
    }
    if (first == '[') {
      at++;
      return new Call("array", list("]"));
    }
    if (first == '(') {
      at++;
      List<Node> nodes = list(")");
      if (skip("->")) {
        return new Lambda(nodes.stream().map(n -> ((Variable) n).name).toList(), expression());
      }
      return nodes.size() == 1 ? nodes.get(0) : new Call("tuple", nodes);
    }
    if (first == '-' && Character.isLetter(text.charAt(at + 1)) && !text.startsWith("-inf", at)) {
      at++;
      return new Call("negate", List.of(primary()));
    }
    if (first == '-' || Character.isDigit(first)) {
      return number();
    }
    return name();
  }

  private List<Node> list(String close) {
    List<Node> nodes = new ArrayList<>();
    while (!skip(close)) {
      if (!nodes.isEmpty() && !skip(",")) {
        throw new IllegalArgumentException("expected , at " + at + " in " + text);
      }
      nodes.add(expression());
    }
    return nodes;
  }

  private Node name() {
    int from = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    String name = text.substring(from, at);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("no expression at " + at + " in " + text);
    }
    if (name.equals("INTERVAL")) {
      Node count = primary();
      blanks();
      int unit = at;
      while (at < text.length() && Character.isLetter(text.charAt(at))) {
        at++;
      }
      String word = text.substring(unit, at);
      String kind = word.substring(0, 1).toUpperCase(Locale.ROOT);
      String rest = word.substring(1).toLowerCase(Locale.ROOT);
      return new Call("toInterval" + kind + rest, List.of(count));
    }
    if (skip("->")) {
      return new Lambda(List.of(name), expression());
    }
    if (skip("(")) {
      if (name.equals("lambda")) {
        List<String> parameters = new ArrayList<>();
        while (!skip(";")) {
          skip(",");
          parameters.add(((Variable) name()).name);
        }
        Node body = expression();
        skip(")");
        return new Lambda(parameters, body);
      }
      return new Call(name, list(")"));
    }
    return switch (name) {
      case "NULL" ->
          new Literal(
              new NullableType(NothingType.INSTANCE),
              LongColumn.of(new long[1], 1, new boolean[] {true}));
      case "true", "false" ->
          new Literal(
              io.twinhouse.engine.type.BoolType.INSTANCE,
              LongColumn.of(name.equals("true") ? 1 : 0));
      case "inf" -> new Literal(FloatType.FLOAT64, DoubleColumn.of(Double.POSITIVE_INFINITY));
      case "nan" -> new Literal(FloatType.FLOAT64, DoubleColumn.of(Double.NaN));
      default -> new Variable(name);
    };
  }

  private Node string() {
    TextOutput out = new TextOutput();
    at++;
    while (text.charAt(at) != '\'') {
      char next = text.charAt(at++);
      if (next == '\\') {
        next = text.charAt(at++);
        if (next == 'x') {
          out.put(Integer.parseInt(text.substring(at, at + 2), 16));
          at += 2;
          continue;
        }
        int code = "nt0r".indexOf(next);
        next = code < 0 ? next : "\n\t\0\r".charAt(code);
      }
      out.put(String.valueOf(next));
    }
    at++;
    byte[] bytes = out.toBytes();
    return new Literal(
        StringType.INSTANCE, BytesColumn.of(bytes, new int[] {0, bytes.length}, 1, null));
  }

  private @Nullable Node number() {
    int from = at;
    at++;
    while (at < text.length() && "0123456789.eE".indexOf(text.charAt(at)) >= 0) {
      at++;
      if (at < text.length() && text.charAt(at - 1) == 'e' && "+-".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }
    String digits = text.substring(from, at);
    if (digits.startsWith("-inf") || (digits.equals("-") && skip("inf"))) {
      return new Literal(FloatType.FLOAT64, DoubleColumn.of(Double.NEGATIVE_INFINITY));
    }
    if (digits.contains(".") || digits.contains("e")) {
      return new Literal(FloatType.FLOAT64, DoubleColumn.of(Double.parseDouble(digits)));
    }
    BigInteger exact = new BigInteger(digits);
    for (int bits = 8; bits <= 64; bits *= 2) {
      boolean signed = exact.signum() < 0;
      if (signed ? exact.bitLength() < bits : exact.bitLength() <= bits) {
        return new Literal(new IntegerType(bits, signed), LongColumn.of(exact.longValue()));
      }
    }
    byte[] bytes = digits.getBytes(StandardCharsets.US_ASCII);
    throw new IllegalArgumentException(
        "too large: " + new String(bytes, StandardCharsets.US_ASCII));
  }
}
