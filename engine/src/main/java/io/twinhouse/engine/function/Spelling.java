// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import java.util.Locale;
import java.util.Set;

/**
 * Which names are accepted in any spelling. The server settles it by name, so that an alias may
 * follow another rule than its function; those that do are listed here, all others follow the
 * traits of their function.
 */
public final class Spelling {

  /** In lower case. */
  private static final Set<String> ANY_CASE =
      words(
          """
          bit_and bit_or bit_xor covar_pop covar_samp date microsecond nanosecond
          regexp_extract regexp_substr std stddev stddev_pop stddev_samp to_unixtime
          var_pop var_samp yyyymmddtodate yyyymmddtodate32 yyyymmddhhmmsstodatetime
          _cast age analysisofvariance anova any_value any_value_respect_nulls
          approx_top_count approx_top_k approx_top_sum arraypartialshuffle arrayshuffle
          array_agg array_remove distancecosine distancel1 distancel2 distancel2squared
          distancelinf firstnondefault first_value first_value_respect_nulls
          hassubsequence hassubsequencecaseinsensitive hassubsequencecaseinsensitiveutf8
          hassubsequenceutf8 hastokencaseinsensitive hastokencaseinsensitiveornull instr
          kolmogorovsmirnovtest last_value last_value_respect_nulls makedate32
          makedatetime makedatetime64 max_by min_by norml1 norml2 norml2squared normlinf
          normalizel1 normalizel2 normalizelinf regexpinstr regexp_instr scalarproduct
          sqr str_to_date str_to_map timediff timezone todecimalstring vectordifference
          vectorsum
          """);

  private static final Set<String> AS_WRITTEN =
      words(
          """
          IPv4NumToString IPv4StringToNum IPv6NumToString IPv6StringToNum
          JSONArrayLength MAP_FROM_ARRAYS arrayFlatten arrayStringConcat base64Decode
          base64Encode base64URLEncode caseWithoutExpression concatAssumeInjective
          concatWithSeparator concatWithSeparatorAssumeInjective conv currentDatabase
          currentUser dateTrunc displayName formatDateTime formatReadableSize
          fromDaysSinceYearZero fromUTCTimestamp fromUnixTimestamp fullHostName
          groupConcat hostName hostname isASCII isValidASCII leftPad lengthUTF8
          mapFromArrays match modulo moduloOrNull multiIf rand32 replaceAll
          replaceRegexpAll rightPad substringIndex toDayOfMonth toDayOfWeek toDayOfYear
          toDaysSinceYearZero toHour toLastDayOfMonth toMillisecond toMinute toMonth
          toQuarter toSecond toStartOfInterval toUTCTimestamp toWeek toYear toYearWeek
          trimBoth trimLeft trimRight tryBase64Decode widthBucket
          """);

  private Spelling() {}

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  /** Whether {@code name}, a function's or an alias's, is meant in any spelling. */
  public static boolean isAnyCase(String name, FunctionTraits traits) {
    return ANY_CASE.contains(name.toLowerCase(Locale.ROOT))
        || traits.caseInsensitive() && !AS_WRITTEN.contains(name);
  }
}
