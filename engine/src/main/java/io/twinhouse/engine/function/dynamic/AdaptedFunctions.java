// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.dynamic;

import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What type the server gives a function's result when an argument is Dynamic. */
final class AdaptedFunctions {

  private static final Map<String, Type> RESULTS = new HashMap<>();

  static {
    add(
        IntegerType.UINT8.toNullable(),
        "equals notEquals less greater lessOrEquals greaterOrEquals like ilike notLike notILike"
            + " match startsWith endsWith empty notEmpty not toDayOfWeek");
    add(
        StringType.INSTANCE.toNullable(),
        "lower upper lowerUTF8 upperUTF8 concat substring left right replaceAll replaceOne"
            + " replaceRegexpAll replaceRegexpOne extract domain path protocol domainWithoutWWW"
            + " cutQueryString base64Encode hex bin arrayStringConcat leftPad rightPad repeat"
            + " format concatWithSeparator initcap formatReadableSize toJSONString");
    add(
        IntegerType.UINT64.toNullable(),
        "length lengthUTF8 position positionCaseInsensitive sipHash64 cityHash64 xxHash64 halfMD5"
            + " countSubstrings intHash64");
    add(FloatType.FLOAT64.toNullable(), "sqrt log exp pow");
    add(
        IntegerType.INT64.toNullable(),
        "toYear toMonth toDayOfMonth toHour toMinute toSecond dateDiff age");
    add(IntegerType.UINT32.toNullable(), "toYYYYMM toYYYYMMDD");
    add(new IntegerType(32, true).toNullable(), "ascii");
    add(
        DynamicType.INSTANCE,
        "plus minus multiply divide modulo intDiv negate abs sign round floor ceil trunc bitAnd"
            + " bitOr trim trimLeft trimRight reverse splitByChar splitByString splitByWhitespace"
            + " alphaTokens toStartOfDay toStartOfHour toStartOfMinute toStartOfWeek"
            + " toStartOfMonth toStartOfYear toMonday toStartOfInterval dateTrunc addDays"
            + " formatDateTime arrayElement arrayMax arrayMin arraySort arrayDistinct"
            + " arrayReverse");
  }

  /** Functions that take Dynamic values as they are. */
  private static final Set<String> OWN =
      Set.of(
          "getSubcolumn",
          "dynamicType",
          "dynamicElement",
          "isDynamicElementInSharedData",
          "variantType",
          "variantElement",
          "isNull",
          "isNotNull",
          "CAST",
          "_CAST",
          "toString",
          "toInt8",
          "toInt16",
          "toInt32",
          "toInt64",
          "toUInt8",
          "toUInt16",
          "toUInt32",
          "toUInt64",
          "toFloat32",
          "toFloat64",
          "toDate",
          "toDate32",
          "toDateTime",
          "toDateTime64",
          "toBool",
          "if",
          "multiIf",
          "tuple",
          "array",
          "map",
          "tupleElement",
          "coalesce",
          "ifNull",
          "toTypeName",
          "ignore",
          "identity",
          "materialize",
          "wkt",
          "wkb",
          "svg",
          "flipCoordinates",
          "areaCartesian",
          "perimeterCartesian",
          "polygonAreaCartesian",
          "polygonPerimeterCartesian",
          "polygonConvexHullCartesian");

  /**
   * Functions that look at no element of an array or map of Dynamic values, or give it as it is.
   */
  private static final Set<String> PARTS =
      Set.of(
          "arrayElement",
          "length",
          "empty",
          "notEmpty",
          "mapKeys",
          "mapValues",
          "arrayReverse",
          "arrayMap",
          "arrayFilter",
          "arrayExists",
          "arrayAll",
          "arrayCount",
          "arraySlice",
          "arrayFirst",
          "arrayFirstOrNull",
          "arrayFirstIndex",
          "arrayLast",
          "arrayLastOrNull",
          "arrayLastIndex",
          "arrayEnumerate",
          "arrayPopBack",
          "arrayPopFront",
          "arrayZip",
          "arrayConcat",
          "arrayStringConcat",
          "mapApply",
          "mapFilter",
          "mapExists",
          "mapAll",
          "mapContainsKey",
          "mapContainsKeyLike",
          "mapExtractKeyLike",
          "toJSONString");

  /** Functions that the server does not run over Dynamic values. */
  private static final Set<String> REFUSED =
      Set.of("and", "or", "has", "indexOf", "toNullable", "nullIf", "arrayMap", "arrayFilter");

  private static final Set<String> HASHES =
      Set.of("sipHash64", "cityHash64", "xxHash64", "halfMD5", "intHash64");

  private AdaptedFunctions() {}

  private static void add(Type result, String names) {
    for (String name : names.split(" ")) {
      RESULTS.put(name, result);
    }
  }

  /** The result's type, or null where that is not known. */
  static @Nullable Type result(String function) {
    return RESULTS.get(function);
  }

  /** Whether it is known to be run over each member of a Variant; hashes are of the whole value. */
  static boolean adaptsVariant(String function) {
    return RESULTS.containsKey(function) && !HASHES.contains(function);
  }

  static boolean isRefused(String function) {
    return REFUSED.contains(function);
  }

  static boolean takesApart(String function) {
    return PARTS.contains(function);
  }

  static boolean takesAsIs(String function) {
    return OWN.contains(function);
  }
}
