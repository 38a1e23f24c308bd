// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.tuple;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Composition;
import io.twinhouse.engine.function.define.Composition.Part;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arithmetic element by element, and sums over the elements. */
public final class TupleArithmetic {

  private TupleArithmetic() {}

  static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Tuples");
    pairs(family, "tuplePlus", "plus", "vectorSum");
    pairs(family, "tupleMinus", "minus", "vectorDifference");
    pairs(family, "tupleMultiply", "multiply");
    pairs(family, "tupleDivide", "divide");
    pairs(family, "tupleModulo", "modulo");
    pairs(family, "tupleIntDiv", "intDiv");
    pairs(family, "tupleIntDivOrZero", "intDivOrZero");
    byNumber(family, "tupleMultiplyByNumber", "multiply");
    byNumber(family, "tupleDivideByNumber", "divide");
    byNumber(family, "tupleModuloByNumber", "modulo");
    byNumber(family, "tuplePositiveModuloByNumber", "positiveModulo");
    byNumber(family, "tupleIntDivByNumber", "intDiv");
    byNumber(family, "tupleIntDivOrZeroByNumber", "intDivOrZero");
    add(family, "tupleNegate", TupleArithmetic::negate);
    add(family, "tupleHammingDistance", TupleArithmetic::hammingDistance);
    return family;
  }

  private static void add(
      FunctionFamily family, String name, io.twinhouse.engine.function.define.Binder binder) {
    family.add(name, t -> t.dropLowCardinality(), binder);
  }

  private static void pairs(
      FunctionFamily family, String name, String operator, String... aliases) {
    family.add(
        name,
        t ->
            aliases.length == 0
                ? t.dropLowCardinality()
                : t.withAliases(aliases).dropLowCardinality(),
        call -> call.size() > 2 ? several(call) : pairs(call, operator));
  }

  /** More than two tuples, one after the other. */
  private static BoundFunction several(CallSite call) {
    Composition composition = new Composition(call);
    Composition.Part result = composition.argument(0);
    for (int i = 1; i < call.size(); i++) {
      result = composition.call(call.name(), result, composition.argument(i));
    }
    return composition.bound(result);
  }

  private static void byNumber(FunctionFamily family, String name, String operator) {
    add(family, name, call -> byNumber(call.arity(2), operator, 0));
  }

  /**
   * An operator of numbers where a tuple takes part.
   *
   * @return null when neither argument is a tuple
   */
  public static @Nullable BoundFunction operator(CallSite call, String operator) {
    boolean left = call.type(0) instanceof TupleType;
    boolean right = call.type(1) instanceof TupleType;
    if (!left && !right) {
      return null;
    }
    if (left && right) {
      return switch (operator) {
        case "plus", "minus" -> pairs(call, operator);
        case "multiply" -> dotProduct(call);
        default -> throw call.illegal();
      };
    }
    boolean scales =
        switch (operator) {
          case "multiply", "divide", "modulo", "intDiv", "positiveModulo", "intDivOrZero" -> true;
          default -> false;
        };
    Type number = call.base(left ? 1 : 0);
    boolean counts =
        number instanceof IntegerType
            || number instanceof FloatType
            || number instanceof DecimalType
            || number instanceof BoolType;
    if (!scales || !counts || (right && !operator.equals("multiply"))) {
      throw call.illegal();
    }
    return byNumber(call, operator, left ? 0 : 1);
  }

  /** The tuple with each element's sign turned. */
  public static BoundFunction negate(CallSite call) {
    call.arity(1);
    tuple(call, 0);
    Composition composition = new Composition(call);
    List<Part> results = new ArrayList<>();
    for (Part element : composition.elements(composition.argument(0))) {
      results.add(composition.call("negate", element));
    }
    return tupleOf(composition, results);
  }

  private static TupleType tuple(CallSite call, int index) {
    if (!(call.type(index) instanceof TupleType tuple)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Argument "
              + index
              + " of function "
              + call.name()
              + " should be tuple, got "
              + call.type(index).name());
    }
    return tuple;
  }

  /** The elements of both tuples; as many here as there. */
  private static List<List<Part>> zipped(CallSite call, Composition composition) {
    call.arity(2, 2);
    int size = tuple(call, 0).elements().size();
    if (tuple(call, 1).elements().size() != size) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Expected tuples of the same size as arguments 0 and 1 of function " + call.name());
    }
    List<Part> left = composition.elements(composition.argument(0));
    List<Part> right = composition.elements(composition.argument(1));
    List<List<Part>> pairs = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      pairs.add(List.of(left.get(i), right.get(i)));
    }
    return pairs;
  }

  private static BoundFunction pairs(CallSite call, String operator) {
    Composition composition = new Composition(call);
    List<Part> results = new ArrayList<>();
    for (List<Part> pair : zipped(call, composition)) {
      results.add(composition.call(operator, pair));
    }
    return tupleOf(composition, results);
  }

  private static BoundFunction byNumber(CallSite call, String operator, int tupleIndex) {
    tuple(call, tupleIndex);
    Composition composition = new Composition(call);
    if (call.type(1 - tupleIndex).isNullable()) {
      throw call.notImplemented("a Nullable number");
    }
    Part number = composition.argument(1 - tupleIndex);
    List<Part> results = new ArrayList<>();
    for (Part element : composition.elements(composition.argument(tupleIndex))) {
      results.add(composition.call(operator, element, number));
    }
    return tupleOf(composition, results);
  }

  private static BoundFunction tupleOf(Composition composition, List<Part> results) {
    return composition.bound(composition.call("tuple", results));
  }

  /** The sum of the products of the elements. */
  public static BoundFunction dotProduct(CallSite call) {
    Composition composition = new Composition(call);
    Part sum = null;
    for (List<Part> pair : zipped(call, composition)) {
      Part product = composition.call("multiply", pair);
      sum = sum == null ? product : composition.call("plus", sum, product);
    }
    return composition.bound(sum == null ? zero(composition) : sum);
  }

  private static Part zero(Composition composition) {
    return composition.number(IntegerType.UINT8, 0);
  }

  private static BoundFunction hammingDistance(CallSite call) {
    Composition composition = new Composition(call);
    Part sum = null;
    for (List<Part> pair : zipped(call, composition)) {
      Part differs = composition.call("notEquals", pair);
      sum = sum == null ? differs : composition.call("plus", sum, differs);
    }
    return composition.bound(sum == null ? zero(composition) : sum);
  }
}
