// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Turns expressions into steps. Common parts become one step, outside of what is conditional. */
final class EvaluatorCompiler {

  private static final Set<String> CONDITIONAL = Set.of("and", "or", "if", "multiIf");

  /** Dictionaries hold these already. */
  private static final Set<String> HASHES = Set.of("sipHash64", "cityHash64");

  /** A matter of null masks. */
  private static final Set<String> OF_NULLS =
      Set.of("assumeNotNull", "toNullable", "isNull", "isNotNull");

  private final MemoryContext memory;
  private final EntryFacts facts;
  private final Unit unit;
  private final Map<String, SharedNode> shared = new HashMap<>();

  EvaluatorCompiler(MemoryContext memory, EntryFacts facts) {
    this(memory, facts, Unit.ROW);
  }

  private EvaluatorCompiler(MemoryContext memory, EntryFacts facts, Unit unit) {
    this.memory = memory;
    this.facts = facts;
    this.unit = unit;
  }

  /** What is evaluated one by one. */
  private enum Unit {
    ROW,
    /** Entries of a dictionary, each once: not to be remembered once more. */
    ENTRY,
    /** What stands within a text that is compared with the entry it was made of. */
    PART
  }

  /** A node whose steps may be shared with other expressions of this compiler. */
  EvaluationNode compile(Expression expression) {
    return compile(expression, true);
  }

  private EvaluationNode compile(Expression expression, boolean share) {
    if (expression instanceof Expression.InputRef input) {
      return new InputNode(input.index());
    }
    if (expression instanceof Expression.Constant constant) {
      return new ConstantNode(constant.value());
    }
    if (expression instanceof Expression.Lambda) {
      return plain(expression, share);
    }
    String key = share ? ExpressionShape.key(expression) : null;
    if (key == null) {
      return step(expression, share);
    }
    SharedNode known = shared.get(key);
    if (known == null) {
      known = new SharedNode(step(expression, true));
      shared.put(key, known);
    }
    return known;
  }

  private EvaluationNode step(Expression expression, boolean share) {
    if (unit == Unit.PART || !isOfOneDictionary(expression) || isHashOfMade(expression)) {
      return plain(expression, share);
    }
    String key =
        expression.type().base() instanceof StringType
            ? ExpressionShape.keyOfOne(expression)
            : null;
    EvaluatorCompiler within =
        new EvaluatorCompiler(memory, facts, key == null ? Unit.ENTRY : Unit.PART);
    EvaluationNode node = within.plain(expression, false);
    if (unit == Unit.ROW) {
      node = DictionaryNode.of(node, expression, memory);
    }
    int input = ExpressionShape.inputs(expression).firstKey();
    return key == null ? node : new TextNode(node, input, key, facts);
  }

  /** A hash of a text that may turn out to be an entry: then the dictionary has the hash, too. */
  private static boolean isHashOfMade(Expression expression) {
    return expression instanceof Expression.Call call
        && HASHES.contains(call.name())
        && call.arguments().size() == 1;
  }

  /** Whether the expression depends on one column of bytes and on nothing else. */
  private static boolean isOfOneDictionary(Expression expression) {
    SortedMap<Integer, Type> inputs = ExpressionShape.inputs(expression);
    if (inputs.size() != 1 || !ExpressionShape.isDeterministic(expression)) {
      return false;
    }
    return !isHeld(expression)
        && inputs.values().stream().allMatch(type -> type.lane() == Lane.BYTES);
  }

  /** Whether a dictionary column answers without a look at its entries. */
  private static boolean isHeld(Expression expression) {
    return expression instanceof Expression.Call call
        && (HASHES.contains(call.name()) || OF_NULLS.contains(call.name()))
        && call.arguments().stream()
            .allMatch(part -> part instanceof Expression.InputRef || isHeld(part));
  }

  private EvaluationNode plain(Expression expression, boolean share) {
    if (expression instanceof Expression.Call call) {
      return CONDITIONAL.contains(call.name()) ? conditional(call, share) : call(call, share);
    }
    if (expression instanceof Expression.Lambda lambda) {
      return new LambdaNode(
          nodes(lambda.captures(), share),
          new EvaluatorCompiler(memory, facts).compile(lambda.body()));
    }
    if (expression instanceof Expression.InSet in) {
      return new InSetNode(in, nodes(in.keys(), share), memory);
    }
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "A sub-query among VALUES, or where no query runs, is not supported; use INSERT ..."
            + " SELECT");
  }

  private CallNode call(Expression.Call call, boolean share) {
    return new CallNode(call.function(), nodes(call.arguments(), share), memory);
  }

  private EvaluationNode[] nodes(List<Expression> expressions, boolean share) {
    return expressions.stream().map(e -> compile(e, share)).toArray(EvaluationNode[]::new);
  }

  private EvaluationNode conditional(Expression.Call call, boolean share) {
    List<Expression> arguments = call.arguments();
    if (call.name().equals("and") || call.name().equals("or")) {
      CallNode plain = CallNode.ofValues(call.function(), arguments.size(), memory);
      return new JunctionNode(call.name().equals("and"), plain, branches(arguments, share), memory);
    }
    if (arguments.stream().skip(1).allMatch(ExpressionShape::isCheap)) {
      return call(call, share);
    }
    CallNode plain = CallNode.ofValues(call.function(), arguments.size(), memory);
    return new BranchNode(plain, branches(arguments, share), memory);
  }

  private Branch[] branches(List<Expression> arguments, boolean share) {
    Branch[] branches = new Branch[arguments.size()];
    for (int i = 0; i < branches.length; i++) {
      Expression argument = arguments.get(i);
      boolean always = i == 0 || ExpressionShape.isCheap(argument);
      branches[i] = new Branch(compile(argument, share && always), argument, always, memory);
    }
    return branches;
  }
}
