// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.geo;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;

/**
 * How far two points of the globe are apart. Points whose longitudes are near each other are taken
 * to lie in a plane whose scale hangs on the latitude between them; others are measured along the
 * great circle by the haversine. Every step is rounded where the server rounds. Immutable.
 */
final class GlobeDistance {

  /** What is measured. */
  enum Measure {
    DEGREES,
    METRES,
    ELLIPSOID_METRES
  }

  /** Degrees of longitude up to which the globe is flat. */
  private static final int FLAT = 13;

  private final Measure measure;
  private final GlobeTables tables;
  private final double stepsOfRadian;
  private final double radian;
  private final double halfRadian;
  private final double northward;

  GlobeDistance(Measure measure, boolean single) {
    this.measure = measure;
    tables = single ? GlobeTables.SINGLE : GlobeTables.DOUBLE;
    double pi = tables.rounded(Math.PI);
    stepsOfRadian = tables.rounded(tables.rounded(GlobeTables.STEPS / pi) / 2);
    radian = tables.rounded(Math.PI / 180.0);
    halfRadian = tables.rounded(Math.PI / 360.0);
    double degree = tables.rounded(tables.rounded(tables.rounded(GlobeTables.DIAMETER) * pi) / 360);
    northward = measure == Measure.DEGREES ? 1 : tables.rounded(degree * degree);
  }

  /** The distance between two points given in degrees. */
  double between(double lon1, double lat1, double lon2, double lat2) {
    double latitudes = difference(lat1, lat2);
    double longitudes = difference(lon1, lon2);
    if (Double.isNaN(latitudes) || Double.isNaN(longitudes)) {
      return Double.NaN;
    }
    return longitudes < FLAT
        ? flat(lat1, lat2, latitudes, longitudes)
        : round(lat1, lat2, latitudes, longitudes);
  }

  private double difference(double a, double b) {
    double size = Math.abs(tables.rounded(a - b));
    return size > 180 ? tables.rounded(360 - size) : size;
  }

  private double flat(double lat1, double lat2, double latitudes, double longitudes) {
    double sum = tables.rounded(tables.rounded(lat1 + lat2) + 180);
    double middle = tables.rounded(tables.rounded(sum * GlobeTables.STEPS) / 360);
    int whole = index(middle);
    int at = whole & (GlobeTables.STEPS - 1);
    double rest = tables.rounded(middle - at);
    double north = northward;
    double east;
    switch (measure) {
      case DEGREES -> east = tables.between(tables.degrees, at, rest);
      case METRES -> east = tables.between(tables.metres, at, rest);
      default -> {
        north = tables.between(tables.northward, at, rest);
        east = tables.between(tables.eastward, at, rest);
      }
    }
    double eastPart = tables.rounded(tables.rounded(east * longitudes) * longitudes);
    double northPart = tables.rounded(tables.rounded(north * latitudes) * latitudes);
    return tables.rounded(Math.sqrt(tables.rounded(northPart + eastPart)));
  }

  private double round(double lat1, double lat2, double latitudes, double longitudes) {
    double northSine = sine(tables.rounded(latitudes * halfRadian));
    double eastSine = sine(tables.rounded(longitudes * halfRadian));
    double cosines =
        tables.rounded(
            cosine(tables.rounded(lat1 * radian)) * cosine(tables.rounded(lat2 * radian)));
    double eastPart = tables.rounded(cosines * tables.rounded(eastSine * eastSine));
    double haversine = tables.rounded(tables.rounded(northSine * northSine) + eastPart);
    double scale =
        measure == Measure.DEGREES
            ? tables.rounded(360 / tables.rounded(Math.PI))
            : tables.rounded(GlobeTables.DIAMETER);
    return tables.rounded(scale * arc(haversine));
  }

  private double cosine(double x) {
    double steps = tables.rounded(Math.abs(x) * stepsOfRadian);
    int whole = index(steps);
    int at = whole & (GlobeTables.STEPS - 1);
    return tables.between(tables.cosines, at, tables.rounded(steps - whole));
  }

  private double sine(double x) {
    double steps = tables.rounded(Math.abs(x) * stepsOfRadian);
    int whole = index(steps);
    int at = whole - GlobeTables.STEPS / 4 & (GlobeTables.STEPS - 1);
    return tables.between(tables.cosines, at, tables.rounded(steps - whole));
  }

  /** asin(sqrt(x)): a series for what is near, a table for what is far, and the value beyond. */
  private double arc(double x) {
    if (x < tables.rounded(0.122)) {
      double y = tables.rounded(Math.sqrt(x));
      double square = tables.rounded(x * x);
      double cube = tables.rounded(square * x);
      double sum = tables.rounded(y + term(tables.rounded(x * y), 0.166666666666666));
      sum = tables.rounded(sum + term(tables.rounded(square * y), 0.075));
      return tables.rounded(sum + term(tables.rounded(cube * y), 0.044642857142857));
    }
    if (x < tables.rounded(0.948)) {
      double steps = tables.rounded(x * GlobeTables.ARC_STEPS);
      int whole = index(steps);
      return tables.between(tables.arcs, whole, tables.rounded(steps - whole));
    }
    if (tables == GlobeTables.DOUBLE && x != 1) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Distances in Float64 of more than 17083 km are not implemented: their last digits are"
              + " not known; take toFloat32 of the coordinates");
    }
    return tables.rounded(StrictMath.asin(tables.rounded(Math.sqrt(x))));
  }

  private double term(double power, double factor) {
    return tables.rounded(power * tables.rounded(factor));
  }

  private static int index(double steps) {
    if (!(steps >= 0 && steps < Integer.MAX_VALUE)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Distances are not implemented for latitudes beyond -90 and 90 degrees; clamp them");
    }
    return (int) steps;
  }
}
