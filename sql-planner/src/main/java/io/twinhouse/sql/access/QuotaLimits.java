// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.access;

import io.twinhouse.engine.access.AccessChange.IntervalChange;
import io.twinhouse.engine.access.quota.QuotaInterval;
import io.twinhouse.engine.access.quota.QuotaResource;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.statement.Create;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a statement says of the intervals of quotas. */
final class QuotaLimits {

  private static final Pattern SIZE = Pattern.compile("([0-9]{1,20})(?:([kKmMgGtTpP])(i?))?");
  private static final String UNITS = "KMGTP";

  /** The milliseconds of an interval and of its end are to be counted. */
  private static final long MOST_SECONDS = Long.MAX_VALUE / 4000;

  private QuotaLimits() {}

  static List<IntervalChange> changes(List<Create.QuotaInterval> said) {
    List<IntervalChange> changes = new ArrayList<>();
    for (Create.QuotaInterval interval : said) {
      requireDuration(interval.seconds());
      Map<QuotaResource, Long> limits = new EnumMap<>(QuotaResource.class);
      for (Create.QuotaLimit limit : interval.limits()) {
        QuotaResource resource = QuotaResource.of(limit.resource());
        if (resource != null) {
          limits.put(resource, resource.count(amount(limit.most())));
        }
      }
      changes.add(
          new IntervalChange(
              new QuotaInterval(interval.seconds(), interval.randomized(), limits),
              interval.dropped()));
    }
    return changes;
  }

  private static void requireDuration(long seconds) {
    if (seconds <= 0) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Quota interval duration must be positive, got " + seconds + " seconds.");
    }
    if (seconds > MOST_SECONDS) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Quota interval duration is out of range.");
    }
  }

  /**
   * @throws TwinhouseException NOT_IMPLEMENTED, CANNOT_PARSE_INPUT_ASSERTION_FAILED
   */
  private static BigDecimal amount(Expr most) {
    BigDecimal amount =
        most instanceof Literal.Number number ? number(number) : size((Literal.Text) most);
    if (amount.signum() < 0) {
      throw AccessStatements.notImplemented("A limit below zero");
    }
    return amount;
  }

  private static BigDecimal number(Literal.Number number) {
    if (number.isInteger()) {
      return new BigDecimal(number.integerValue());
    }
    double value = number.doubleValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw AccessStatements.notImplemented("A limit that is no number");
    }
    return BigDecimal.valueOf(value);
  }

  private static BigDecimal size(Literal.Text text) {
    Matcher size = SIZE.matcher(text.value().strip());
    if (!size.matches()) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
          "Cannot parse input: expected 'eof' before: '"
              + text.value().strip().replaceFirst("[0-9]*", "")
              + "'");
    }
    BigInteger value = new BigInteger(size.group(1));
    if (size.group(2) != null) {
      int power = UNITS.indexOf(size.group(2).toUpperCase(Locale.ROOT)) + 1;
      long base = size.group(3).isEmpty() ? 1000 : 1024;
      value = value.multiply(BigInteger.valueOf(base).pow(power));
    }
    return new BigDecimal(value);
  }
}
