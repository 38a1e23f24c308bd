// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.SplittableRandom;
import java.util.UUID;

/** Random numbers of the well-known distributions: never the server's own values. */
public final class RandomDistributions {

  /** The server's limit on tries and on means of counts. */
  private static final double MOST_TRIES = 1 << 30;

  private RandomDistributions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Random");
    real(family, "randNormal", 2, (r, p) -> p[0] + p[1] * r.nextGaussian());
    real(family, "randLogNormal", 2, (r, p) -> Math.exp(p[0] + p[1] * r.nextGaussian()));
    real(family, "randExponential", 1, (r, p) -> r.nextExponential() / p[0]);
    real(family, "randChiSquared", 1, (r, p) -> chiSquared(r, p[0]));
    real(
        family,
        "randStudentT",
        1,
        (r, p) -> r.nextGaussian() / Math.sqrt(chiSquared(r, p[0]) / p[0]));
    real(
        family,
        "randFisherF",
        2,
        (r, p) -> chiSquared(r, p[0]) / p[0] / (chiSquared(r, p[1]) / p[1]));
    whole(family, "randBernoulli", 1, (r, p) -> r.nextDouble() < p[0] ? 1 : 0);
    whole(family, "randBinomial", 2, (r, p) -> successes(r, p[0], p[1]));
    whole(family, "randPoisson", 1, (r, p) -> poisson(r, p[0]));
    whole(
        family,
        "randNegativeBinomial",
        2,
        (r, p) -> poisson(r, gamma(r, p[0]) * (1 - p[1]) / p[1]));
    return family;
  }

  /** Draws one number for given parameters. */
  private interface Draw {
    double of(SplittableRandom random, double[] parameters);
  }

  private static void real(FunctionFamily family, String name, int count, Draw draw) {
    family.add(
        name,
        t -> t.ownNulls().notDeterministic(),
        call -> {
          double[] parameters = parameters(call, count);
          return Bound.total(
              FloatType.FLOAT64,
              invocation -> {
                double[] values = draws(invocation, draw, parameters);
                return DoubleColumn.of(values, invocation.rows(), null);
              });
        });
  }

  private static void whole(FunctionFamily family, String name, int count, Draw draw) {
    family.add(
        name,
        t -> t.ownNulls().notDeterministic(),
        call -> {
          double[] parameters = parameters(call, count);
          boolean flag = call.name().equals("randBernoulli");
          return wholes(flag ? IntegerType.UINT8 : IntegerType.UINT64, draw, parameters);
        });
  }

  private static BoundFunction wholes(IntegerType type, Draw draw, double[] parameters) {
    return Bound.total(
        type,
        invocation -> {
          double[] values = draws(invocation, draw, parameters);
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            result[row] = (long) values[row];
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }

  private static double[] draws(Invocation call, Draw draw, double[] parameters) {
    SplittableRandom random = new SplittableRandom(UUID.randomUUID().getLeastSignificantBits());
    double[] values = call.scratch().doubles(call.rows());
    for (int row = 0; row < call.rows(); row++) {
      values[row] = draw.of(random, parameters);
    }
    return values;
  }

  /** The parameters; a further argument only keeps calls apart. */
  private static double[] parameters(CallSite call, int count) {
    call.arity(count, count + 1);
    double[] parameters = new double[count];
    for (int i = 0; i < count; i++) {
      Type type = call.base(i);
      boolean number = type instanceof IntegerType || type instanceof FloatType;
      Column constant = call.constant(i);
      if (!number || constant == null || call.type(i).isNullable()) {
        throw number && constant == null
            ? call.refuse(
                ErrorCode.ILLEGAL_COLUMN,
                "Parameter number " + i + " of function " + call.name() + " must be constant")
            : call.illegal(i);
      }
      parameters[i] = DoubleLane.of(type, constant).at(0);
    }
    check(call, parameters);
    return parameters;
  }

  private static void check(CallSite call, double[] parameters) {
    double last = parameters[parameters.length - 1];
    boolean chance =
        switch (call.name()) {
          case "randBernoulli", "randBinomial", "randNegativeBinomial" -> true;
          default -> false;
        };
    boolean bad = chance ? !(last >= 0 && last <= 1) : !(last > 0) || !Double.isFinite(last);
    if (bad) {
      throw outOfRange(call, last);
    }
    boolean counts =
        switch (call.name()) {
          case "randBinomial", "randNegativeBinomial", "randFisherF" -> true;
          default -> false;
        };
    double first = parameters[0];
    if (counts && !(first >= 0 && Double.isFinite(first))) {
      throw outOfRange(call, first); // no draw of these would ever be accepted
    }
    boolean limited = call.name().equals("randBinomial") || call.name().equals("randPoisson");
    if (limited && first >= MOST_TRIES) {
      throw outOfRange(call, first);
    }
  }

  private static TwinhouseException outOfRange(CallSite call, double argument) {
    return call.refuse(
        ErrorCode.BAD_ARGUMENTS,
        "Argument " + argument + " of function " + call.name() + " is out of its range");
  }

  private static double chiSquared(SplittableRandom random, double degrees) {
    return 2 * gamma(random, degrees / 2);
  }

  /** Marsaglia and Tsang, 2000. */
  private static double gamma(SplittableRandom random, double shape) {
    if (shape < 1) {
      return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      if (v > 0) {
        double cube = v * v * v;
        if (Math.log(random.nextDouble()) < 0.5 * x * x + d - d * cube + d * Math.log(cube)) {
          return d * cube;
        }
      }
    }
  }

  /**
   * One try after the other; of many tries the middle one by chance is drawn first, which settles
   * one half of them (Devroye, 1986, X.4).
   */
  private static double successes(SplittableRandom random, double tries, double chance) {
    double count = 0;
    double left = Math.floor(tries);
    double each = chance;
    while (left > 500) {
      double middle = Math.floor((left + 1) / 2);
      double below = gamma(random, middle);
      double place = below / (below + gamma(random, left + 1 - middle));
      if (place <= each) {
        count += middle;
        left -= middle;
        each = (each - place) / (1 - place);
      } else {
        left = middle - 1;
        each /= place;
      }
    }
    for (long i = 0; i < (long) left; i++) {
      count += random.nextDouble() < each ? 1 : 0;
    }
    return count;
  }

  /** Waiting times one after the other; large means in parts. */
  private static double poisson(SplittableRandom random, double mean) {
    double count = 0;
    double left = mean;
    while (left > 500 && Double.isFinite(left)) {
      double part = gamma(random, Math.floor(left * 7 / 8));
      if (part > left) {
        return count + successes(random, Math.floor(left * 7 / 8) - 1, left / part);
      }
      count += Math.floor(left * 7 / 8);
      left -= part;
    }
    if (Double.isInfinite(left)) {
      return left;
    }
    double waited = random.nextExponential();
    while (waited < left) {
      count++;
      waited += random.nextExponential();
    }
    return count;
  }
}
