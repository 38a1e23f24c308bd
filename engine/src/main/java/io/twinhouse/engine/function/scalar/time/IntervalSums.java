// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Binder;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Composition;
import io.twinhouse.engine.function.define.Composition.Part;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/** Tuples of intervals, which are added to a time one after the other, and their sums. */
public final class IntervalSums {

  private IntervalSums() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dates and times");
    add(family, "addInterval", call -> sum(call, false));
    add(family, "subtractInterval", call -> sum(call, true));
    add(family, "addTupleOfIntervals", call -> addition(call, 0, false));
    add(family, "subtractTupleOfIntervals", call -> addition(call, 0, true));
    return family;
  }

  private static void add(FunctionFamily family, String name, Binder binder) {
    family.add(name, t -> t.ownLowCardinality(), binder);
  }

  /** An interval, or a tuple of them, and one more, which joins the last one if of its unit. */
  static BoundFunction sum(CallSite call, boolean minus) {
    call.arity(2);
    if (!(call.type(0) instanceof IntervalType) && !(call.type(0) instanceof TupleType)) {
      throw illegal(call, 0, "first argument", "Tuple or Interval");
    }
    if (!(call.type(1) instanceof IntervalType)) {
      throw illegal(call, 1, "second argument", "Interval");
    }
    Composition composition = new Composition(call);
    Part first = composition.argument(0);
    List<Part> parts = new ArrayList<>();
    if (first.type() instanceof TupleType) {
      parts.addAll(composition.elements(first));
    } else {
      parts.add(first);
    }
    for (Part part : parts) {
      if (!(part.type() instanceof IntervalType)) {
        throw illegal(call, 0, "Tuple element of first argument", "Interval");
      }
    }
    if (parts.isEmpty()) {
      return composition.bound(first);
    }
    Part added = composition.argument(1);
    int last = parts.size() - 1;
    if (parts.get(last).type().equals(added.type())) {
      parts.set(last, composition.call(minus ? "minus" : "plus", parts.get(last), added));
    } else {
      parts.add(minus ? composition.call("negate", added) : added);
    }
    return composition.bound(composition.call("tuple", parts));
  }

  private static io.twinhouse.engine.error.TwinhouseException illegal(
      CallSite call, int index, String what, String wanted) {
    return call.refuse(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
        "Illegal type "
            + call.type(index).name()
            + " of "
            + what
            + " of function "
            + call.name()
            + ", must be "
            + wanted);
  }

  /** A time plus or minus the intervals of a tuple. */
  static BoundFunction addition(CallSite call, int timeIndex, boolean minus) {
    call.arity(2);
    Type time = call.type(timeIndex);
    if (TimeSort.of(time.base(), null, call.context().zone()) == null) {
      throw call.illegal(timeIndex);
    }
    if (!(call.type(1 - timeIndex) instanceof TupleType)) {
      throw call.illegal(1 - timeIndex);
    }
    Composition composition = new Composition(call);
    Part sum = composition.argument(timeIndex);
    for (Part part : composition.elements(composition.argument(1 - timeIndex))) {
      sum = composition.call(minus ? "minus" : "plus", sum, part);
    }
    return composition.bound(sum);
  }
}
