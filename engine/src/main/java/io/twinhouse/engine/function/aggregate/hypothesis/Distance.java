// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.hypothesis;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** kolmogorovSmirnovTest: how far the distributions of two samples are from each other. */
final class Distance extends Samples<Distance> {

  private static final double TOLERANCE = 1e-7;
  private static final int MOST_EXACT = 10_000;

  /** How the probability is found. */
  enum Method {
    AUTO,
    EXACT,
    ASYMPTOTIC
  }

  private final Alternative alternative;
  private final Method method;

  Distance(Alternative alternative, Method method, Reservation memory) {
    super(memory);
    this.alternative = alternative;
    this.method = method;
  }

  @Override
  public void add(RowInput in, int row) {
    add(in.word(1, row) == 0 ? first() : second(), in.number(0, row));
  }

  @Override
  public void result(ColumnBuilder out) {
    refuseEmpty("kolmogorovSmirnovTest");
    int n1 = first().size();
    int n2 = second().size();
    long bytes = 16L * n1 + 16L * n2;
    memory().grow(bytes);
    double[] x = first().toArray();
    double[] y = second().toArray();
    Arrays.sort(x);
    Arrays.sort(y);
    double distance = distance(x, y);
    double probability =
        isExact(n1, n2)
            ? exact(distance, Math.max(n1, n2), Math.min(n1, n2))
            : new Asymptotic(alternative, n1, n2).probability(distance);
    memory().shrink(bytes);
    Outcome.append(out, distance, Outcome.probability(probability));
  }

  private boolean isExact(int n1, int n2) {
    if (method == Method.AUTO) {
      return Math.max(n1, n2) <= MOST_EXACT;
    }
    int divisor = divisor(n1, n2);
    return method == Method.EXACT && n1 / divisor < Integer.MAX_VALUE / (n2 / divisor);
  }

  private static int divisor(int a, int b) {
    return b == 0 ? a : divisor(b, a % b);
  }

  private double distance(double[] x, double[] y) {
    double stepX = 1.0 / x.length;
    double stepY = 1.0 / y.length;
    double most = Double.MIN_NORMAL;
    double least = Double.MAX_VALUE;
    double now = 0;
    int atX = 0;
    int atY = 0;
    while (atX < x.length && atY < y.length) {
      if (Math.abs(x[atX] - y[atY]) >= TOLERANCE) {
        if (x[atX] < y[atY]) {
          now += stepX;
          atX++;
        } else {
          now -= stepY;
          atY++;
        }
      } else {
        int nextX = behindEquals(x, atX);
        now += stepX * (nextX - atX);
        atX = nextX;
        int nextY = behindEquals(y, atY);
        now -= stepY * (nextY - atY);
        atY = nextY;
      }
      most = Math.max(most, now);
      least = Math.min(least, now);
    }
    now += stepX * (x.length - atX) - stepY * (y.length - atY);
    most = Math.max(most, now);
    least = Math.min(least, now);
    return switch (alternative) {
      case TWO_SIDED -> Math.max(Math.abs(most), Math.abs(least));
      case LESS -> -least;
      case GREATER -> most;
    };
  }

  private static int behindEquals(double[] values, int from) {
    int next = from + 1;
    while (next < values.length && Math.abs(values[next] - values[from]) <= TOLERANCE) {
      next++;
    }
    return next;
  }

  /** By the paths through a grid of both samples that come too far from its diagonal. */
  private double exact(double distance, int n1, int n2) {
    double most = (0.5 + Math.floor(distance * n2 * n1 - TOLERANCE)) / ((double) n2 * n1);
    double[] shares = new double[n1 + 1];
    for (int j = 1; j <= n1; j++) {
      shares[j] = isBeyond(most, 0, (double) j / n1) ? 1 : shares[j - 1];
    }
    for (int i = 1; i <= n2; i++) {
      Checkpoint.pass();
      double height = (double) i / n2;
      if (isBeyond(most, height, 0)) {
        shares[0] = 1;
      }
      for (int j = 1; j <= n1; j++) {
        if (isBeyond(most, height, (double) j / n1)) {
          shares[j] = 1;
        } else {
          double v = (double) i / (i + j);
          double w = (double) j / (i + j);
          shares[j] = v * shares[j] + w * shares[j - 1];
        }
      }
    }
    return shares[n1];
  }

  private boolean isBeyond(double most, double height, double width) {
    double difference = height - width;
    return (alternative == Alternative.TWO_SIDED ? Math.abs(difference) : difference) >= most;
  }
}
