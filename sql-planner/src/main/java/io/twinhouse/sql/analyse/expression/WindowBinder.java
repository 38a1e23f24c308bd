// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.plan.WindowCall.Bound;
import io.twinhouse.engine.plan.WindowCall.Frame;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.scope.BindingOperators;
import io.twinhouse.sql.analyse.scope.BindingOperators.Direction;
import io.twinhouse.sql.analyse.scope.Correlated;
import io.twinhouse.sql.analyse.scope.DynamicKeys;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.analyse.scope.ScopeText;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.ast.Window;
import io.twinhouse.sql.rel.AggregateOperator;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Binds window functions; they stay in the expression as calls until the windows are in place. */
final class WindowBinder {

  /** Functions that exist over windows alone, by ClickHouse's spelling in lower case. */
  private static final Map<String, Type> RANKS =
      Map.of(
          "row_number", IntegerType.UINT64,
          "rank", IntegerType.UINT64,
          "dense_rank", IntegerType.UINT64,
          "ntile", IntegerType.UINT64,
          "percent_rank", FloatType.FLOAT64,
          "cume_dist", FloatType.FLOAT64);

  private static final Map<String, String> OFFSETS =
      Map.of(
          "laginframe", "lagInFrame",
          "leadinframe", "leadInFrame",
          "lag", "lag",
          "lead", "lead",
          "nth_value", "nth_value");

  /** Functions over windows alone that have a parameter. */
  private static final Set<String> DECAYED =
      Set.of(
          "exponentialTimeDecayedSum",
          "exponentialTimeDecayedAvg",
          "exponentialTimeDecayedCount",
          "exponentialTimeDecayedMax");

  private static final Map<String, String> RENAMED =
      Map.of(
          "rownumber", "row_number",
          "denserank", "dense_rank",
          "percentrank", "percent_rank",
          "first_value", "any",
          "last_value", "anyLast");

  private static final Frame WHOLE =
      new Frame(true, Bound.UNBOUNDED_PRECEDING, Bound.UNBOUNDED_FOLLOWING);

  private final ExpressionBinder binder;
  private final Scope scope;
  private final RexFactory rex;
  private final Set<String> names = new HashSet<>();

  WindowBinder(ExpressionBinder binder) {
    this.binder = binder;
    this.scope = binder.scope();
    this.rex = scope.context().rex();
  }

  /** Whether {@code name} is a function that needs OVER. */
  static boolean isWindowFunction(String name) {
    String known = canonical(name);
    return RANKS.containsKey(known) || OFFSETS.containsKey(known) || DECAYED.contains(name);
  }

  private static String canonical(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return RENAMED.getOrDefault(lower, lower);
  }

  /** The server's own window functions take no RESPECT NULLS. */
  private static void refuseNulls(Call call, String name) {
    boolean own =
        RANKS.containsKey(name) || OFFSETS.containsKey(name) || DECAYED.contains(call.name());
    if (own && call.nulls() == Call.NullTreatment.RESPECT) {
      throw Failures.of(
          ErrorCode.NOT_IMPLEMENTED, "Function " + call.name() + " does not support RESPECT NULLS");
    }
  }

  RexNode bind(Call call) {
    Window.Definition window = resolve(call.over());
    Frame frame = frameOf(call, window);
    String name = canonical(call.name());
    WindowArguments.checkFrame(name, window);
    refuseNulls(call, name);
    List<RexNode> arguments;
    AggregateOperator aggregate = null;
    Type type;
    if (RANKS.containsKey(name)) {
      arguments = binder.bindAll(call.arguments());
      WindowArguments.checkRank(name, arguments);
      if (name.equals("ntile")) {
        WindowArguments.checkBuckets(arguments);
      }
      // over a frame of ROWS a row has no peers but itself
      boolean rank = name.equals("rank") || name.equals("dense_rank");
      name = rank && frame.rows() ? "row_number" : name;
      type = RANKS.get(name);
    } else if (OFFSETS.containsKey(name)) {
      arguments = new WindowArguments(rex).ofOffset(call.name(), binder.bindAll(call.arguments()));
      type = RexFactory.typeOf(arguments.get(0));
      name = OFFSETS.get(name);
      frame = name.equals("lag") || name.equals("lead") ? WHOLE : frame;
    } else if (DECAYED.contains(call.name())) {
      arguments = new ArrayList<>(binder.bindAll(call.arguments()));
      List<RexNode> parameters = binder.bindAll(call.parameters());
      WindowArguments.checkDecay(call.name(), parameters, arguments);
      arguments.addAll(parameters);
      name = call.name();
      type = FloatType.FLOAT64;
    } else {
      String function = RENAMED.getOrDefault(name, call.name());
      if (function.equals("nonNegativeDerivative")) {
        throw Failures.notImplemented(
            "Window function 'nonNegativeDerivative', which goes on from one partition to the next;"
                + " use lagInFrame");
      }
      if (!new AggregateBinder(binder).knows(function)) {
        throw Failures.of(
            ErrorCode.UNKNOWN_AGGREGATE_FUNCTION,
            "Aggregate function with name '" + call.name() + "' does not exist.");
      }
      Call renamed =
          new Call(
              call.position(), function, call.parameters(), call.arguments(), call.nulls(), null);
      AggregateBinder.Bound bound = new AggregateBinder(binder).bindFunction(renamed);
      aggregate = bound.operator();
      arguments = bound.arguments();
      type = aggregate.bound().returnType();
      name = aggregate.function();
    }
    return make(name, aggregate, type, arguments, window, frame);
  }

  /** What is wrong with arguments and keys is told before what is wrong with the frame. */
  private Frame frameOf(Call call, Window.Definition window) {
    try {
      return frame(window.frame());
    } catch (TwinhouseException e) {
      binder.bindAll(call.arguments());
      binder.bindAll(window.partitionBy());
      window.orderBy().forEach(item -> binder.bind(item.expression()));
      throw e;
    }
  }

  private RexNode make(
      @Nullable String name,
      @Nullable AggregateOperator aggregate,
      @Nullable Type type,
      List<RexNode> arguments,
      Window.Definition window,
      Frame frame) {
    if (name == null || type == null) {
      throw new IllegalStateException("a window function without a name or type");
    }
    List<RexNode> operands = new ArrayList<>(arguments);
    List<RexNode> partition = binder.bindAll(window.partitionBy());
    partition.forEach(key -> DynamicKeys.checkPartition(key, binder.scope().context()));
    operands.addAll(partition);
    List<Direction> order = new ArrayList<>();
    for (OrderBy.Item item : window.orderBy()) {
      if (item.collation() != null) {
        throw Failures.notImplemented("COLLATE in ORDER BY of a window");
      }
      RexNode key = binder.bind(item.expression());
      DynamicKeys.checkOrder(key, binder.scope().context());
      operands.add(key);
      order.add(Direction.of(item));
      checkOffsets(frame, RexFactory.typeOf(key));
    }
    BindingOperators.Window operator =
        new BindingOperators.Window(
            name, aggregate, arguments.size(), partition.size(), order, frame);
    for (RexNode operand : operands) {
      refuseNested(operand);
    }
    TwinhouseException failure = WindowArguments.frameFailure(name, window);
    return failure == null
        ? rex.make(type, operator, operands)
        : rex.refused(name, type, Failures.inScope(failure, scope));
  }

  /** Offsets of RANGE are values of the key's type. */
  private static void checkOffsets(Frame frame, Type key) {
    for (Bound bound : List.of(frame.start(), frame.end())) {
      long offset = Math.abs(bound.offset());
      if (!frame.rows() && !bound.unbounded() && offset > largest(key)) {
        throw Failures.of(
            ErrorCode.ARGUMENT_OUT_OF_BOUND,
            "Cannot convert value '"
                + offset
                + "': it cannot be represented as "
                + key.name()
                + ".");
      }
    }
  }

  private static long largest(Type key) {
    if (key.base() instanceof IntegerType integer && integer.bits() < 32) {
      return (1L << (integer.signed() ? integer.bits() - 1 : integer.bits())) - 1;
    }
    boolean narrow = key.base() instanceof DateType date && date.bits() == 16;
    return narrow ? 0xFFFF : Long.MAX_VALUE;
  }

  private void refuseNested(RexNode operand) {
    if (BindingOperators.find(operand, Correlated::is) != null) {
      throw Failures.notImplemented("A correlated sub-query in a window function");
    }
    RexNode inner = BindingOperators.find(operand, BindingOperators::isWindow);
    if (inner != null) {
      throw Failures.of(
          ErrorCode.ILLEGAL_AGGREGATION,
          "Window function is found inside window definition in query. In scope " + scope.text());
    }
  }

  private Window.Definition resolve(@Nullable Window window) {
    if (window instanceof Window.Reference reference) {
      return named(reference.name());
    }
    Window.Definition definition = (Window.Definition) Objects.requireNonNull(window);
    if (definition.base() == null) {
      return definition;
    }
    Window.Definition base = named(definition.base());
    if (!definition.partitionBy().isEmpty()) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "Derived window definition '"
              + ScopeText.of(scope.select())
              + "' cannot override PARTITION BY");
    }
    if (!definition.orderBy().isEmpty() && !base.orderBy().isEmpty()) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "Derived window definition is not allowed to override a non-empty ORDER BY. In scope "
              + scope.text());
    }
    if (base.frame() != null) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "Parent window '"
              + definition.base()
              + "' is not allowed to define a frame. In scope "
              + scope.text());
    }
    return new Window.Definition(
        definition.position(),
        null,
        base.partitionBy(),
        definition.orderBy().isEmpty() ? base.orderBy() : definition.orderBy(),
        definition.frame());
  }

  private Window.Definition named(String name) {
    if (names.contains(name)) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "Window '" + name + "' does not exist. In scope " + scope.text());
    }
    names.add(name);
    for (Window.Named window : scope.select().windows()) {
      if (window.name().equals(name)) {
        return resolve(window.definition());
      }
    }
    throw missing(name);
  }

  private TwinhouseException missing(String name) {
    return Failures.of(
        ErrorCode.BAD_ARGUMENTS, "Window '" + name + "' does not exist. In scope " + scope.text());
  }

  /** The windows of the WINDOW clause build on those before them, whether anyone asks or not. */
  void checkNamed() {
    Set<String> before = new HashSet<>();
    boolean grouped = scope.aggregates();
    for (Window.Named window : scope.select().windows()) {
      String base = window.definition().base();
      if (base != null && !before.contains(base)) {
        throw missing(base);
      }
      if (!before.add(window.name())) {
        throw Failures.of(
            ErrorCode.BAD_ARGUMENTS,
            "Window '" + window.name() + "' is already defined. In scope " + scope.text());
      }
      Window.Definition definition = resolve(window.definition());
      binder.bindAll(definition.partitionBy());
      definition.orderBy().forEach(item -> binder.bind(item.expression()));
      names.clear();
    }
    if (scope.aggregates()
        && !grouped
        && scope.select().groupBy() == null) { // on the server it does not group the rows
      throw Failures.notImplemented("An aggregate in a window that nothing asks for");
    }
  }

  private Frame frame(Window.@Nullable Frame frame) {
    if (frame == null) {
      return Frame.DEFAULT;
    }
    if (frame.unit() == Window.FrameUnit.GROUPS) {
      throw Failures.notImplemented("Window frame GROUPS");
    }
    boolean rows = frame.unit() == Window.FrameUnit.ROWS;
    Window.Bound end = frame.end();
    Frame bound = new Frame(rows, bound(frame.start()), end == null ? Bound.CURRENT : bound(end));
    check(bound);
    checkOrder(frame);
    return bound;
  }

  private static void check(Frame frame) {
    Bound start = frame.start();
    Bound end = frame.end();
    if (start.equals(Bound.UNBOUNDED_FOLLOWING)) {
      throw Failures.of(ErrorCode.BAD_ARGUMENTS, "Frame start cannot be UNBOUNDED FOLLOWING.");
    }
    if (end.equals(Bound.UNBOUNDED_PRECEDING)) {
      throw Failures.of(ErrorCode.BAD_ARGUMENTS, "Frame end cannot be UNBOUNDED PRECEDING.");
    }
    if (!start.unbounded() && !end.unbounded() && start.offset() > end.offset()) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "Frame start offset "
              + text(start)
              + " does not precede the frame end offset "
              + text(end)
              + ".");
    }
  }

  /** By their words alone 0 FOLLOWING is behind the current row, which is behind 0 PRECEDING. */
  private void checkOrder(Window.Frame frame) {
    Window.Bound end = frame.end();
    if (end != null && order(frame.start().kind()) > order(end.kind())) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "Window frame '" + new ColumnNames(scope).frameText(frame) + "' is invalid.");
    }
  }

  private static int order(Window.BoundKind kind) {
    return switch (kind) {
      case PRECEDING -> -1;
      case CURRENT_ROW -> 0;
      case FOLLOWING -> 1;
      case UNBOUNDED_PRECEDING -> -2;
      case UNBOUNDED_FOLLOWING -> 2;
    };
  }

  private static String text(Bound bound) {
    return bound.offset() == 0
        ? "CURRENT ROW"
        : Math.abs(bound.offset()) + (bound.offset() < 0 ? " PRECEDING" : " FOLLOWING");
  }

  private Bound bound(Window.Bound bound) {
    return switch (bound.kind()) {
      case UNBOUNDED_PRECEDING -> Bound.UNBOUNDED_PRECEDING;
      case UNBOUNDED_FOLLOWING -> Bound.UNBOUNDED_FOLLOWING;
      case CURRENT_ROW -> Bound.CURRENT;
      case PRECEDING -> Bound.at(-distance(bound.distance()));
      case FOLLOWING -> Bound.at(distance(bound.distance()));
    };
  }

  private long distance(@Nullable Expr distance) {
    RexNode value = binder.bind(Objects.requireNonNull(distance));
    ConstantOperator constant = RexFactory.constantOf(value);
    if (constant == null
        || !(constant.type() instanceof IntegerType)
        || !(constant.value() instanceof io.twinhouse.engine.column.LongColumn number)
        || number.values()[0] < 0
        || number.values()[0] >= Integer.MAX_VALUE) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "Window frame offset must be a nonnegative 32-bit integer. In scope " + scope.text());
    }
    return number.values()[0];
  }
}
