// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.bitmap;

import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.object.ObjectStates;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Everything about bitmaps. */
public final class BitmapLibrary implements FunctionLibrary {

  @Override
  public List<ScalarFunction> scalars() {
    return BitmapFunctions.family().functions();
  }

  @Override
  public List<AggregateFunction> aggregates() {
    return new AggregateFamily("Aggregates: bitmaps")
        .add("groupBitmap", BitmapLibrary::group)
        .add("groupBitmapAnd", call -> fold(call, Bitmap::and))
        .add("groupBitmapOr", call -> fold(call, Bitmap::or))
        .add("groupBitmapXor", call -> fold(call, Bitmap::xor))
        .functions();
  }

  private static BoundAggregate group(AggregateSite call) {
    Type type = call.plain().unary().base(0);
    if (!(type instanceof IntegerType number) || number.bits() > 64) {
      throw call.illegal(0);
    }
    if (number.signed()) {
      throw call.notImplemented(type.name());
    }
    int width = number.bits() / 8;
    // The count has the type of the numbers, whether it fits or not.
    return ObjectStates.of(number, call.types(), memory -> new BitmapState(width, memory));
  }

  private static BoundAggregate fold(AggregateSite call, BiConsumer<Bitmap, Bitmap> operation) {
    IntegerType element = elementOf(call.plain().unary().type(0));
    if (element == null) {
      throw call.illegal(0);
    }
    int width = element.bits() / 8;
    return ObjectStates.of(
        element,
        call.types(),
        memory -> new BitmapFold(width, operation, call.name().contains("And"), memory));
  }

  /** The type of a bitmap's numbers; null for what is none, or none of unsigned numbers. */
  static @Nullable IntegerType elementOf(Type type) {
    boolean bitmap =
        type instanceof AggregateFunctionType state
            && !state.simple()
            && state.function().equals("groupBitmap");
    if (!bitmap) {
      return null;
    }
    Type element = ((AggregateFunctionType) type).arguments().get(0).base();
    return element instanceof IntegerType number && !number.signed() ? number : null;
  }
}
