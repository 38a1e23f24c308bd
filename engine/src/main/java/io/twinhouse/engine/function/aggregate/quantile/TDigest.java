// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.PairList;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Comparator;

/**
 * quantileTDigest: T. Dunning's digest of centroids, which are finer towards the ends. Means and
 * counts are Float32, as the server keeps them, so that its estimates come out.
 */
final class TDigest extends LevelState<TDigest> {

  private static final int MOST_UNMERGED = 2048;
  private static final double EPSILON = 0.01f;
  private static final Comparator<long[]> BY_MEAN =
      (a, b) -> Float.compare(Float.intBitsToFloat((int) a[0]), Float.intBitsToFloat((int) b[0]));

  private final boolean weighted;
  private final PairList centroids;
  private double count;
  private int unmerged;

  TDigest(Levels levels, Type single, boolean weighted, Reservation memory) {
    super(levels, single);
    this.weighted = weighted;
    centroids = new PairList(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    float value = (float) in.number(0, row);
    float weight = weighted ? (float) in.number(1, row) : 1;
    if (!Float.isNaN(value) && weight != 0) {
      add(value, weight);
    }
  }

  private void add(float mean, float weight) {
    centroids.add(Float.floatToRawIntBits(mean), Float.floatToRawIntBits(weight));
    unmerged++;
    count += weight;
    if (unmerged > MOST_UNMERGED) {
      compress();
    }
  }

  private float mean(int index) {
    return Float.intBitsToFloat((int) centroids.first(index));
  }

  private float weight(int index) {
    return Float.intBitsToFloat((int) centroids.second(index));
  }

  private void put(int index, double mean, double weight) {
    centroids.setFirst(index, Float.floatToRawIntBits((float) mean));
    centroids.setSecond(index, Float.floatToRawIntBits((float) weight));
  }

  private void compress() {
    if (unmerged == 0) {
      return;
    }
    centroids.sort(BY_MEAN);
    unmerged = 0;
    if (centroids.size() > 3) {
      mergeNeighbours();
    }
  }

  private void mergeNeighbours() {
    int left = 0;
    double sum = 0;
    double leftMean = mean(0);
    double leftCount = weight(0);
    double bound = count * EPSILON * 4;
    for (int right = 1; right < centroids.size(); right++) {
      float rightMean = mean(right);
      float rightCount = weight(right);
      double level = (sum + leftCount * 0.5) / count;
      double next = (sum + leftCount + rightCount * 0.5) / count;
      double most = bound * Math.min(level * (1 - level), next * (1 - next));
      boolean finite = !Double.isInfinite(leftMean) && !Float.isInfinite(rightMean);
      if (leftCount + rightCount <= most && (finite || leftMean == rightMean)) {
        leftCount += rightCount;
        if (leftMean != rightMean) { // so that -0 stays what it is
          leftMean += rightCount * (rightMean - leftMean) / leftCount;
        }
        put(left, leftMean, leftCount);
      } else {
        sum += weight(left);
        left++;
        put(left, rightMean, rightCount);
        leftMean = rightMean;
        leftCount = rightCount;
      }
    }
    count = sum + leftCount;
    centroids.truncate(left + 1);
  }

  @Override
  public void merge(TDigest other) {
    for (int i = 0; i < other.centroids.size(); i++) {
      add(other.mean(i), other.weight(i));
    }
  }

  @Override
  double quantile(double level) {
    compress();
    if (centroids.size() == 0) {
      return Double.NaN;
    }
    double wanted = level * count;
    double before = 0;
    float sum = 0;
    float lastMean = mean(0);
    float lastCount = weight(0);
    for (int i = 0; i < centroids.size() && centroids.size() > 1; i++) {
      double here = sum + weight(i) * 0.5;
      if (here >= wanted) {
        // A centroid of one value lies exactly where it is.
        double left = before + (lastCount == 1 ? 0.5 : 0);
        double right = here - (weight(i) == 1 ? 0.5 : 0);
        return wanted <= left
            ? lastMean
            : wanted >= right ? mean(i) : between(wanted, left, lastMean, right, mean(i));
      }
      sum += weight(i);
      lastMean = mean(i);
      lastCount = weight(i);
      before = here;
    }
    return mean(centroids.size() - 1);
  }

  private static float between(double x, double x1, float y1, double x2, float y2) {
    double share = (double) ((float) x - (float) x1) / ((float) x2 - (float) x1);
    return (float) ((1 - share) * y1 + share * y2);
  }

  @Override
  public void write(BytesBuffer out) {
    compress();
    StateBytes.writeVarint(out, centroids.size());
    for (int i = 0; i < centroids.size(); i++) {
      StateBytes.writeBytes(out, centroids.first(i), 4);
      StateBytes.writeBytes(out, centroids.second(i), 4);
    }
  }

  @Override
  public void read(StateReader in) {
    int size = in.readCount(8);
    for (int i = 0; i < size; i++) {
      float mean = Float.intBitsToFloat((int) in.readBytes(4));
      float weight = Float.intBitsToFloat((int) in.readBytes(4));
      centroids.add(Float.floatToRawIntBits(mean), Float.floatToRawIntBits(weight));
      count += weight;
    }
  }
}
