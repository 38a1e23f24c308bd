// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.vector;

import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Composition;
import io.twinhouse.engine.function.define.Composition.Part;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.TupleType;
import java.util.ArrayList;
import java.util.List;

/** Norms and distances of tuples, made of the arithmetic of their elements. */
final class TupleVectors {

  private TupleVectors() {}

  /** A norm, or a distance as the norm of the difference. */
  static BoundFunction bind(CallSite call) {
    Composition composition = new Composition(call);
    List<Part> first = elements(call, composition, 0);
    if (call.name().equals("dotProduct")) {
      return composition.bound(dot(composition, first, elements(call, composition, 1)));
    }
    if (call.name().startsWith("cosine")) {
      List<Part> second = elements(call, composition, 1);
      Part product = dot(composition, first, second);
      Part lengths =
          composition.call(
              "multiply",
              composition.call("sqrt", dot(composition, first, first)),
              composition.call("sqrt", dot(composition, second, second)));
      Part one = composition.number(IntegerType.UINT8, 1);
      return composition.bound(
          composition.call("minus", one, composition.call("divide", product, lengths)));
    }
    List<Part> parts = first;
    if (call.size() == 2) {
      List<Part> second = elements(call, composition, 1);
      parts = new ArrayList<>();
      for (int i = 0; i < first.size(); i++) {
        parts.add(composition.call("minus", first.get(i), second.get(i)));
      }
    }
    return composition.bound(norm(call, composition, parts));
  }

  /** A tuple divided by one of its norms. */
  static BoundFunction normalized(CallSite call, String norm) {
    if (!(call.arity(1).base(0) instanceof TupleType)) {
      throw call.illegal(0);
    }
    Composition composition = new Composition(call);
    Part tuple = composition.argument(0);
    return composition.bound(
        composition.call("tupleDivideByNumber", tuple, composition.call(norm, tuple)));
  }

  private static List<Part> elements(CallSite call, Composition composition, int index) {
    boolean same =
        call.base(index) instanceof TupleType tuple
            && call.base(0) instanceof TupleType other
            && !tuple.elements().isEmpty()
            && tuple.elements().size() == other.elements().size();
    if (!same) {
      throw call.notImplemented("tuples of no or of different lengths");
    }
    return composition.elements(composition.argument(index));
  }

  private static Part dot(Composition composition, List<Part> a, List<Part> b) {
    List<Part> products = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      products.add(composition.call("multiply", a.get(i), b.get(i)));
    }
    return fold(composition, "plus", products);
  }

  private static Part fold(Composition composition, String name, List<Part> parts) {
    Part result = parts.get(0);
    for (Part part : parts.subList(1, parts.size())) {
      result = composition.call(name, result, part);
    }
    return result;
  }

  private static Part norm(CallSite call, Composition composition, List<Part> parts) {
    String name = call.name();
    if (name.startsWith("L2")) {
      Part squares = dot(composition, parts, parts);
      return name.startsWith("L2Squared") ? squares : composition.call("sqrt", squares);
    }
    List<Part> sizes = new ArrayList<>();
    parts.forEach(part -> sizes.add(composition.call("abs", part)));
    if (name.startsWith("L1")) {
      return fold(composition, "plus", sizes);
    }
    return sizes.size() == 1
        ? composition.call("max2", sizes.get(0), sizes.get(0))
        : fold(composition, "max2", sizes);
  }
}
