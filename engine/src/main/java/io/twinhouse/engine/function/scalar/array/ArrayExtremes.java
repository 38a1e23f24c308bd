// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Composition;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;

/** arrayTopK and arrayBottomK: the largest or smallest elements in their order. */
final class ArrayExtremes {

  private ArrayExtremes() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: extremes")
        .add("arrayTopK", ArrayLibrary::own, call -> bind(call, "arrayReverseSort"))
        .add("arrayBottomK", ArrayLibrary::own, call -> bind(call, "arraySort"));
  }

  private static BoundFunction bind(CallSite call, String sort) {
    call.arity(2);
    if (call.argument(0).isLambda()) {
      throw call.notImplemented("lambdas");
    }
    Type element = ElementTypes.ofArray(call, 1);
    if (element.isNullable() || (element.lane() != Lane.LONG && element.lane() != Lane.BYTES)) {
      throw call.notImplemented(element.name());
    }
    boolean whole = call.base(0) instanceof IntegerType && !call.type(0).isNullable();
    if (!whole || call.constant(0) == null) {
      throw call.notImplemented("a number of elements of type " + call.type(0).name());
    }
    long count = call.constantLong(0);
    if (count <= 0) {
      throw call.refuse(
          ErrorCode.NOT_IMPLEMENTED, "Function " + call.name() + " of " + count + " elements");
    }
    Composition composition = new Composition(call);
    return composition.bound(
        composition.call(
            "arraySlice",
            composition.call(sort, composition.argument(1)),
            composition.number(IntegerType.UINT8, 1),
            composition.number(IntegerType.INT64, count)));
  }
}
