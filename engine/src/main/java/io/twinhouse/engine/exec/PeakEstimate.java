// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import java.util.ArrayList;
import java.util.List;

/**
 * What a query would take, from two runs of its plan over samples of granules: each operator's peak
 * grows from the small to the large sample by some power, and so it is taken to grow up to the
 * whole. Operators of fixed size thus stay as they are and sets that fill up grow less than rows.
 *
 * @param peakBytes of the whole query: the operators' peaks added up, less what never stood
 *     together in the large sample
 * @param parts of all tables, not pruned
 * @param granules not pruned
 */
public record PeakEstimate(long peakBytes, List<Part> operators, long parts, long granules) {

  /** Of so many granules the small sample and the large sample read one. */
  public static final int SMALL = 64;

  public static final int LARGE = 8;

  /** What operators hold whatever they hold else: batches. */
  private static final long LEAST = 64 << 10;

  public PeakEstimate {
    operators = List.copyOf(operators);
  }

  /**
   * One operator's share.
   *
   * @param depth of the operator in the plan, 0 for the root
   * @param rows that it would yield
   */
  public record Part(String operator, int depth, long rows, long peakBytes) {}

  /**
   * Estimates from two finished runs of one plan.
   *
   * @param small over one granule in {@link #SMALL}
   * @param large over one granule in {@link #LARGE}
   */
  public static PeakEstimate of(QueryContext small, QueryContext large) {
    List<OperatorFigure> before = small.figures();
    List<OperatorFigure> after = large.figures();
    List<Part> parts = new ArrayList<>();
    long[] whole = new long[after.size()];
    long sum = 0;
    long sampled = 0;
    for (int i = after.size() - 1; i >= 0; i--) {
      OperatorFigure figure = after.get(i);
      boolean known = i < before.size() && before.get(i).operator().equals(figure.operator());
      OperatorFigure smaller = known ? before.get(i) : figure;
      boolean leaf = i + 1 == after.size() || after.get(i + 1).depth() <= figure.depth();
      whole[i] =
          leaf
              ? grown(smaller.rows(), figure.rows())
              : yielded(
                  figure.rows(),
                  after.get(i + 1).rows(),
                  whole[i + 1],
                  known && i + 1 < before.size() ? fresh(smaller, before.get(i + 1)) : 1);
      long peak = peak(smaller, figure, whole[i]);
      parts.add(0, new Part(figure.operator(), figure.depth(), whole[i], peak));
      sum += peak;
      sampled += figure.peakBytes();
    }
    double together =
        sampled == 0 ? 1 : Math.min(1.0, (double) large.memory().peakBytes() / sampled);
    long peak = Math.max(large.memory().peakBytes(), (long) (sum * together));
    return new PeakEstimate(peak, parts, large.counters().parts(), large.counters().granules());
  }

  /**
   * The share of an operator's input that is left of it in the small sample: what repeats there
   * mostly stands side by side, and so says nothing of how often values come again elsewhere.
   */
  private static double fresh(OperatorFigure small, OperatorFigure input) {
    return small.rows() <= 0 || small.rows() > input.rows()
        ? 1
        : (double) small.rows() / input.rows();
  }

  /**
   * Rows that come of {@code allRows}, when {@code sampleRows} of them yielded {@code rows}: as
   * many values as would show so often, were all equally frequent. Where none repeats it is the
   * share.
   *
   * @param fresh counts of each row: less where rows alike stand together
   */
  private static long yielded(long rows, long sampleRows, long allRows, double fresh) {
    long sample = (long) (sampleRows * fresh);
    long all = (long) (allRows * fresh);
    if (rows <= 0 || rows >= sample) {
      return sample <= 0 ? rows : (long) ((double) rows / sample * all);
    }
    double low = (double) rows;
    double high = 1e15;
    for (int i = 0; i < 100; i++) {
      double values = Math.sqrt(low * high);
      if (occupied(values, (double) sample) < (double) rows) {
        low = values;
      } else {
        high = values;
      }
    }
    return (long) occupied(low, (double) all);
  }

  /** How many of equally frequent values are seen among so many rows. */
  private static double occupied(double values, double rows) {
    return -values * Math.expm1(-rows / values);
  }

  /** What holds rows of fixed size grows no more than those; anything else by its own power. */
  private static long peak(OperatorFigure small, OperatorFigure large, long whole) {
    long own = bounded(grown(small.peakBytes(), large.peakBytes()), large, whole);
    if (!large.isOfFixedRows() || large.rows() <= 0) {
      return own;
    }
    return (long)
        Math.min(
            (double) own,
            (double) large.peakBytes() * Math.max(1.0, (double) whole / large.rows()));
  }

  /** Sets that fill up stop growing when they are full, which samples may be far from. */
  private static long bounded(long own, OperatorFigure large, long whole) {
    long most = large.mostBytes(whole);
    return most >= own - LEAST ? own : Math.max(large.peakBytes(), most + LEAST);
  }

  private static long grown(long small, long large) {
    if (small <= 0 || large <= 0) {
      return Math.max(small, large);
    }
    double power = Math.log((double) large / small) / Math.log((double) SMALL / LARGE);
    return (long) (large * Math.pow(LARGE, Math.max(0, Math.min(1, power))));
  }
}
