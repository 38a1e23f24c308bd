// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.CarriedZones;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** concat and concatWithSeparator: any types, each as its text. */
final class ConcatFunctions {

  private ConcatFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Strings: concatenation")
        .add("concat", FunctionTraits::anyCase, ConcatFunctions::concat)
        .add("concatAssumeInjective", t -> t, call -> joined(call, new byte[0], 0))
        .add(
            "concatWithSeparator",
            t ->
                t.withAliases("concat_ws", "concatWithSeparatorAssumeInjective")
                    .anyCase()
                    .notFolded(),
            call -> {
              call.arity(1, Integer.MAX_VALUE);
              byte[] separator = call.constantText(0).getBytes(StandardCharsets.UTF_8);
              return joined(call, separator, 1);
            });
  }

  private static BoundFunction concat(CallSite call) {
    String joining = joining(call.types());
    return joining == null
        ? joined(call, new byte[0], 0)
        : FunctionRegistry.standard().bindScalar(joining, call.arguments(), call.context());
  }

  private static BoundFunction joined(CallSite call, byte[] separator, int first) {
    List<Type> types = call.types();
    if (call.size() == 1 && first == 0 && isCast(call.base(0))) {
      // One argument is cast to String, which takes the padding away; several are joined with it.
      Conversion text = Conversions.of(call.type(0), StringType.INSTANCE, call.context().zone());
      return Bound.total(StringType.INSTANCE, invocation -> text.convert(invocation.argument(0)));
    }
    ZoneId zone = call.context().zone();
    return Bound.total(
        StringType.INSTANCE,
        invocation -> {
          ValueWriter[] writers = new ValueWriter[types.size()];
          for (int i = first; i < writers.length; i++) {
            writers[i] = ValueWriter.of(types.get(i), TextStyle.RAW, zone);
          }
          return write(invocation, writers, separator, first);
        });
  }

  /** The function for several arrays, tuples or maps; null for anything else, one alone too. */
  private static @Nullable String joining(List<Type> types) {
    if (types.size() < 2) {
      return null;
    }
    if (types.stream().allMatch(ArrayType.class::isInstance)) {
      return "arrayConcat";
    }
    if (types.stream().allMatch(TupleType.class::isInstance)) {
      return "tupleConcat";
    }
    return types.stream().allMatch(MapType.class::isInstance) ? "mapConcat" : null;
  }

  private static boolean isCast(Type only) {
    return only instanceof FixedStringType || CarriedZones.in(only);
  }

  private static Column write(Invocation call, ValueWriter[] writers, byte[] separator, int first) {
    BytesBuffer out = call.scratch().bytes();
    TextOutput text = new TextOutput();
    for (int row = 0; row < call.rows(); row++) {
      text.reset();
      for (int i = first; i < writers.length; i++) {
        if (i > first) {
          text.put(separator, 0, separator.length);
        }
        writers[i].write(call.argument(i), row, text);
      }
      out.append(text.data(), 0, text.length());
    }
    return out.toColumn(null);
  }
}
