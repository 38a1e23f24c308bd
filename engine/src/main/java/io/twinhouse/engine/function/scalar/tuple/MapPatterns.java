// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.tuple;

import com.google.re2j.Pattern;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.ElementPicks;
import io.twinhouse.engine.function.scalar.string.LikePattern;
import io.twinhouse.engine.function.scalar.string.TextMatcher;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.Type;

/** Entries of maps whose key or value is LIKE a pattern. */
final class MapPatterns {

  private MapPatterns() {}

  static FunctionFamily family() {
    return new FunctionFamily("Maps: patterns")
        .add("mapContainsKeyLike", FunctionTraits::dropLowCardinality, call -> contains(call, 0))
        .add("mapContainsValueLike", FunctionTraits::dropLowCardinality, call -> contains(call, 1))
        .add("mapExtractKeyLike", FunctionTraits::dropLowCardinality, call -> extract(call, 0))
        .add("mapExtractValueLike", FunctionTraits::dropLowCardinality, call -> extract(call, 1));
  }

  private static Pattern pattern(CallSite call, int half) {
    if (!(call.arity(2, 2).base(0) instanceof MapType map)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "First argument for function " + call.name() + " must be a Map");
    }
    Type part = half == 0 ? map.key() : map.value();
    Type text = part instanceof LowCardinalityType coded ? coded.inner() : part;
    if (text.isNullable() || !CallSite.isText(text)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          (half == 0 ? "Key" : "Value")
              + " type of map for function "
              + call.name()
              + " must be String or FixedString");
    }
    if (call.string(1).constant(1) == null) {
      throw call.notImplemented("a pattern that is no constant");
    }
    return LikePattern.like(call.constantText(1), false);
  }

  /** Whether one element of a map is like the pattern. */
  private interface Test {
    boolean of(int element);
  }

  private static Test test(ArrayLane maps, int half, Pattern pattern) {
    Column part = ((TupleColumn) maps.elements()).elements().get(half);
    BytesLane texts = BytesLane.of(part);
    return element -> {
      byte[] text = LikePattern.text(texts.data(), texts.start(element), texts.end(element));
      return TextMatcher.of(pattern, text).find();
    };
  }

  private static BoundFunction contains(CallSite call, int half) {
    Pattern pattern = pattern(call, half);
    return Bound.of(
        IntegerType.UINT8,
        invocation -> {
          ArrayLane maps = ArrayLane.of(invocation.argument(0));
          Test test = test(maps, half, pattern);
          long[] answers = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            answers[row] = 0;
            for (int e = maps.start(row); e < maps.end(row) && answers[row] == 0; e++) {
              answers[row] = test.of(e) ? 1 : 0;
            }
          }
          return LongColumn.of(answers, invocation.rows(), null);
        });
  }

  private static BoundFunction extract(CallSite call, int half) {
    Pattern pattern = pattern(call, half);
    MapType map = (MapType) call.base(0);
    if (map.key() instanceof LowCardinalityType || map.value() instanceof LowCardinalityType) {
      throw call.notImplemented(map.name());
    }
    return Bound.of(map, invocation -> matching(invocation, map, half, pattern));
  }

  private static Column matching(Invocation call, MapType map, int half, Pattern pattern) {
    ArrayLane maps = ArrayLane.of(call.argument(0));
    Test test = test(maps, half, pattern);
    ElementPicks picks = ElementPicks.of(call, map.entry(), 0);
    for (int row = 0; row < call.rows(); row++) {
      for (int e = maps.start(row); e < maps.end(row); e++) {
        if (test.of(e)) {
          picks.add(e);
        }
      }
      picks.endRow();
    }
    return picks.column(maps.elements());
  }
}
