// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** Interval of one unit, a count in the LONG lane. */
public record IntervalType(Unit unit) implements Type {

  /** Units from small to large, named as ClickHouse names the type. */
  public enum Unit {
    NANOSECOND("Nanosecond"),
    MICROSECOND("Microsecond"),
    MILLISECOND("Millisecond"),
    SECOND("Second"),
    MINUTE("Minute"),
    HOUR("Hour"),
    DAY("Day"),
    WEEK("Week"),
    MONTH("Month"),
    QUARTER("Quarter"),
    YEAR("Year");

    private final String text;

    Unit(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  @Override
  public String name() {
    return "Interval" + unit.text();
  }

  @Override
  public Lane lane() {
    return Lane.LONG;
  }
}
