// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.dynamic;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.engine.type.VariantType;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Which member of a Variant a value is of, and the values of one. */
final class VariantFunctions {

  private static final int NULL = -1;

  private VariantFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Other")
        .add("variantType", VariantFunctions::variantType)
        .add("variantElement", VariantFunctions::variantElement);
  }

  private static VariantType variant(CallSite call) {
    if (!(call.base(0) instanceof VariantType variant)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "First argument for function "
              + call.name()
              + " must be Variant, got "
              + call.type(0).name()
              + " instead");
    }
    return variant;
  }

  /** An enum of the members by their places, None for NULL. */
  private static BoundFunction variantType(CallSite call) {
    VariantType variant = variant(call.arity(1));
    Map<Integer, String> names = new TreeMap<>();
    Map<String, Integer> places = new HashMap<>();
    names.put(NULL, "None");
    for (Type member : variant.members()) {
      names.put(places.size(), member.name());
      places.put(member.name(), places.size());
    }
    int bits = variant.members().size() > 127 ? 16 : 8;
    return Bound.total(new EnumType(bits, names), invocation -> places(invocation, places));
  }

  private static Column places(Invocation call, Map<String, Integer> places) {
    BytesLane values = BytesLane.of(call.argument(0));
    long[] result = call.scratch().longs(call.rows());
    for (int row = 0; row < call.rows(); row++) {
      result[row] =
          values.length(row) == 0
              ? NULL
              : places.getOrDefault(DynamicText.type(values.data(), values.start(row)), NULL);
    }
    return LongColumn.of(result, call.rows(), null);
  }

  private static BoundFunction variantElement(CallSite call) {
    if (call.size() == 3) {
      throw call.notImplemented("a default");
    }
    ElementsWithin within = ElementsWithin.of(call.arity(2).type(0));
    VariantType variant = within.element() instanceof VariantType held ? held : variant(call);
    String name = call.constantText(1);
    Type member =
        variant
            .member(name)
            .or(() -> variant.member(TypeParser.parse(name).name()))
            .orElseThrow(
                () ->
                    call.refuse(
                        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                        variant.name() + " doesn't contain element with type " + name));
    return Bound.of(
        within.arrays(DynamicFunctions.elementType(member)),
        invocation ->
            within.replaced(
                invocation.argument(0), values -> DynamicFunctions.element(values, member)));
  }
}
