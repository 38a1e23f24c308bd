// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import java.util.List;
import java.util.Set;

/** Monthly recurring revenue, in cents of a dollar. */
public final class RecurringRevenue {

  private static final Set<String> COUNTED = Set.of("active", "trialing");
  private static final double DAYS_A_MONTH = 365.25 / 12;
  private static final double DAYS_A_WEEK = 7;
  private static final int CENTS = 100;

  /**
   * A subscription.
   *
   * @param interval how many units a price is for; 0 for a price that is paid once
   * @param unit day, week, month or year
   * @param dollars of one price, as far as the currency is USD
   */
  public record Subscription(
      String status, String currency, double dollars, double quantity, int interval, String unit) {}

  private RecurringRevenue() {}

  /**
   * What all of them bring a month. What is paid once, in another currency, or in a quantity that
   * is negative or no number, counts nothing.
   */
  public static long cents(List<Subscription> subscriptions) {
    return subscriptions.stream().mapToLong(RecurringRevenue::cents).sum();
  }

  private static long cents(Subscription one) {
    double months = one.interval() * months(one.unit());
    boolean counts =
        COUNTED.contains(one.status())
            && one.currency().equals("USD")
            && months > 0
            && Double.isFinite(one.quantity())
            && one.quantity() >= 0
            && Double.isFinite(one.dollars());
    return counts ? Math.round(one.dollars() * CENTS * one.quantity() / months) : 0;
  }

  /** Months in a unit, 0 for one that is not known. */
  private static double months(String unit) {
    return switch (unit) {
      case "day" -> 1 / DAYS_A_MONTH;
      case "week" -> DAYS_A_WEEK / DAYS_A_MONTH;
      case "month" -> 1;
      case "year" -> 12;
      default -> 0;
    };
  }
}
