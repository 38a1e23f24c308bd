// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.moment;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;

/** Variances, covariances and the correlation by Welford's recurrence: slow and exact. */
final class StableMoments implements GroupObject<StableMoments> {

  private static final long ALIKE_FROM = 10_000;
  private static final double ALIKE = 0.001;

  /** What the result is. */
  enum Statistic {
    VAR_POP(1, false, false),
    VAR_SAMP(1, true, false),
    STDDEV_POP(1, false, true),
    STDDEV_SAMP(1, true, true),
    COVAR_POP(2, false, false),
    COVAR_SAMP(2, true, false),
    CORR(3, false, false);

    private final int order;
    private final boolean sample;
    private final boolean root;

    Statistic(int order, boolean sample, boolean root) {
      this.order = order;
      this.sample = sample;
      this.root = root;
    }
  }

  private final Statistic statistic;
  private long count;
  private double meanX;
  private double meanY;
  private double squaresX;
  private double squaresY;
  private double products;

  StableMoments(Statistic statistic) {
    this.statistic = statistic;
  }

  @Override
  public void add(RowInput in, int row) {
    double x = in.number(0, row);
    count++;
    double deltaX = x - meanX;
    if (statistic.order == 1) {
      meanX += deltaX / count;
      squaresX += deltaX * (x - meanX);
      return;
    }
    double y = in.number(1, row);
    double deltaY = y - meanY;
    double oldMeanY = meanY;
    meanX += deltaX / count;
    meanY += deltaY / count;
    products += (x - meanX) * (y - oldMeanY);
    if (statistic.order == 3) {
      squaresX += deltaX * (x - meanX);
      squaresY += deltaY * (y - meanY);
    }
  }

  @Override
  public void merge(StableMoments other) {
    long total = count + other.count;
    if (total == 0) {
      return;
    }
    double factor = (double) count * other.count / total;
    double deltaX = meanX - other.meanX;
    double deltaY = meanY - other.meanY;
    products += other.products + deltaX * deltaY * factor;
    squaresX += other.squaresX + deltaX * deltaX * factor;
    squaresY += other.squaresY + deltaY * deltaY * factor;
    meanX = mean(meanX, other.meanX, other.count, total);
    meanY = mean(meanY, other.meanY, other.count, total);
    count = total;
  }

  private double mean(double own, double others, long otherCount, long total) {
    boolean alike =
        Math.min(count, otherCount) > ALIKE_FROM
            && 1 - (double) Math.min(count, otherCount) / Math.max(count, otherCount) < ALIKE;
    return alike
        ? (otherCount * others + count * own) / total
        : others + (own - others) * ((double) count / total);
  }

  @Override
  public void result(ColumnBuilder out) {
    long divisor = statistic.sample || statistic.order == 3 ? count - 1 : count;
    if (divisor <= 0) {
      out.appendDouble(Double.POSITIVE_INFINITY);
    } else if (statistic.order == 3) {
      out.appendDouble(products / Math.sqrt(squaresX * squaresY));
    } else {
      // A value alone does not vary, whatever it is; those of nan and infinity would.
      double sum = statistic.order == 1 ? squaresX : products;
      double value = count == 1 ? 0 : sum / divisor;
      out.appendDouble(statistic.root ? Math.sqrt(value) : value);
    }
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeVarint(out, count);
    StateBytes.writeDouble(out, meanX);
    if (statistic.order == 1) {
      StateBytes.writeDouble(out, squaresX);
      return;
    }
    StateBytes.writeDouble(out, meanY);
    StateBytes.writeDouble(out, products);
    if (statistic.order == 3) {
      StateBytes.writeDouble(out, squaresX);
      StateBytes.writeDouble(out, squaresY);
    }
  }

  @Override
  public void read(StateReader in) {
    count = in.readVarint();
    meanX = in.readDouble();
    if (statistic.order == 1) {
      squaresX = in.readDouble();
      return;
    }
    meanY = in.readDouble();
    products = in.readDouble();
    if (statistic.order == 3) {
      squaresX = in.readDouble();
      squaresY = in.readDouble();
    }
  }
}
