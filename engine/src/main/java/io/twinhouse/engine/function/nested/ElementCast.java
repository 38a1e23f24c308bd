// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.nested;

import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.Type;

/** Brings arguments to a common type. */
public final class ElementCast {

  private ElementCast() {}

  /** Converts an argument of type {@code from}. */
  public static Conversion of(CallSite call, Type from, Type to) {
    if (to.carriesType()) {
      return Conversions.toCommon(
          from, to, call.context().zone()); // a member may have a dictionary
    }
    Type source = ElementTypes.plain(from);
    Type target = ElementTypes.plain(to);
    return source.equals(target)
        ? Conversion.NONE
        : Conversions.toCommon(source, target, call.context().zone());
  }

  /** Converts the elements of an array argument. */
  public static Conversion ofArray(CallSite call, Type fromElement, Type toElement) {
    return of(call, new ArrayType(fromElement), new ArrayType(toElement));
  }
}
