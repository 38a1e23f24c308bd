// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type.common;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.VariantType;
import java.util.Set;

/** What functions make of BFloat16, of which the server's make this and that. */
public final class BrainFloats {

  /** Functions to which a value of BFloat16 is a Float64. */
  private static final Set<String> WIDENING =
      Set.of(
          ("sqrt cbrt exp exp2 exp10 log log2 log10 log1p sin cos tan asin acos atan sinh cosh tanh"
                  + " pow hypot atan2 degrees radians modulo positiveModulo isNaN isFinite isInfinite"
                  + " arraySum arrayAvg arrayProduct")
              .split(" "));

  /** Functions that take it as any other value, or as the number that it is. */
  private static final Set<String> KNOWN =
      Set.of(
          ("CAST _CAST accurateCast accurateCastOrNull toString toBFloat16 toInt8 toInt16 toInt32"
                  + " toInt64 toInt128 toInt256 toUInt8 toUInt16 toUInt32 toUInt64 toUInt128 toUInt256"
                  + " toFloat32 toFloat64 toBool toDate toDate32 toDateTime toTime toDecimal32"
                  + " toDecimal64 toDecimal128 toDecimal256 toDateTime64 toTime64 toUUID toIPv4 toIPv6"
                  + " toFixedString plus minus multiply divide equals notEquals less greater"
                  + " lessOrEquals greaterOrEquals isDistinctFrom isNotDistinctFrom in notIn globalIn"
                  + " globalNotIn nullIn notNullIn if multiIf coalesce ifNull nullIf isNull isNotNull"
                  + " assumeNotNull toNullable materialize identity toTypeName toColumnTypeName tuple"
                  + " tupleElement array arrayElement map mapKeys mapValues length empty notEmpty"
                  + " arrayJoin arrayMap arrayFilter arrayConcat arrayReverse arrayPushBack"
                  + " arrayPushFront arraySlice concat toJSONString format cityHash64 sipHash64 ignore"
                  + " isConstant isNullable defaultValueOfArgumentType arraySort arrayReverseSort"
                  + " dynamicType dynamicElement variantType variantElement getSubcolumn arrayReduce"
                  + " initializeAggregation finalizeAggregation")
              .split(" "));

  private static final Set<String> WIDENING_AGGREGATES =
      Set.of(
          ("sum avg sumKahan stddevPop stddevSamp varPop varSamp stddevPopStable stddevSampStable"
                  + " varPopStable varSampStable skewPop skewSamp kurtPop kurtSamp")
              .split(" "));

  private static final Set<String> KNOWN_AGGREGATES =
      Set.of("count min max any anyLast argMin argMax groupArray uniqExact".split(" "));

  private BrainFloats() {}

  /**
   * The type as which a scalar function takes an argument of {@code type}.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED where what the server does is not known
   */
  public static Type scalar(String function, Type type) {
    return taken(function, type, WIDENING.contains(function), KNOWN.contains(function));
  }

  /** As {@link #scalar}, for an aggregate function without a combinator. */
  public static Type aggregate(String function, Type type) {
    return taken(
        function,
        type,
        WIDENING_AGGREGATES.contains(function),
        KNOWN_AGGREGATES.contains(function));
  }

  private static Type taken(String function, Type type, boolean widens, boolean known) {
    if (known || !isIn(type)) {
      return type;
    }
    if (!widens) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Function " + function + " of BFloat16 is not supported; cast it to Float32");
    }
    return widened(type);
  }

  private static Type widened(Type type) {
    if (type instanceof NullableType nullable) {
      return widened(nullable.inner()).toNullable();
    }
    if (type instanceof ArrayType array) {
      return new ArrayType(widened(array.element()));
    }
    return type instanceof FloatType.Brain ? FloatType.FLOAT64 : type;
  }

  private static boolean isIn(Type type) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      return isIn(array.element());
    }
    if (base instanceof MapType map) {
      return isIn(map.key()) || isIn(map.value());
    }
    if (base instanceof TupleType tuple) {
      return tuple.elements().stream().anyMatch(BrainFloats::isIn);
    }
    if (base instanceof VariantType variant) {
      return variant.members().stream().anyMatch(BrainFloats::isIn);
    }
    return base instanceof FloatType.Brain;
  }
}
