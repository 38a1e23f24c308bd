// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryStatistics;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Assertions on the bytes that a query holds at most. */
public final class PeakMemoryAssert {

  /** How many times the rows a growth is measured over. */
  private static final int TIMES = 8;

  private static final int NAMED_OPERATORS = 3;

  private final TestHouse house;
  private final HouseDefinition definition;
  private final QueryRequest request;

  PeakMemoryAssert(TestHouse house, HouseDefinition definition, QueryRequest request) {
    this.house = house;
    this.definition = definition;
    this.request = request;
  }

  /** Puts so many rows into a house. */
  @FunctionalInterface
  public interface Filler {
    void fill(TestHouse house, int rows);
  }

  /**
   * The peak is below a size such as {@code "50 MiB"}; a failure names the operators that held
   * most.
   */
  public PeakMemoryAssert isBelow(String size) {
    return isBelow(ByteSize.parse(size));
  }

  /** The peak is below so many bytes. */
  public PeakMemoryAssert isBelow(long bytes) {
    QueryStatistics figures = QueryAssert.run(house, request);
    if (figures.peakMemoryBytes() >= bytes) {
      throw new AssertionError(
          "Expected the query\n"
              + request.sql()
              + "\nto hold less than "
              + ByteSize.text(bytes)
              + " but it held "
              + ByteSize.text(figures.peakMemoryBytes())
              + holders(figures));
    }
    return this;
  }

  /**
   * The peak over 8 x {@code rows} rows is less than {@code factor} times the peak over {@code
   * rows} rows. Both are measured in new houses that begin as the test's house did, on one thread
   * unless the query sets max_threads: more rows would find work for more threads, each with its
   * buffers.
   *
   * @param filler called once for each of the two, with the rows to put in
   */
  public PeakMemoryAssert growsSlowerThan(double factor, int rows, Filler filler) {
    QueryStatistics small = measure(rows, filler);
    QueryStatistics large = measure(Math.multiplyExact(TIMES, rows), filler);
    double growth = large.peakMemoryBytes() / (double) small.peakMemoryBytes();
    if (growth >= factor) {
      throw new AssertionError(
          String.format(
              Locale.ROOT,
              "Expected the memory of the query%n%s%nto grow less than %.2f times from %,d to %,d rows"
                  + " but it grew %.2f times, from %s to %s%s",
              request.sql(),
              factor,
              rows,
              TIMES * rows,
              growth,
              ByteSize.text(small.peakMemoryBytes()),
              ByteSize.text(large.peakMemoryBytes()),
              holders(large)));
    }
    return this;
  }

  /** The peak in bytes. */
  public long bytes() {
    return QueryAssert.run(house, request).peakMemoryBytes();
  }

  private QueryStatistics measure(int rows, Filler filler) {
    try (TestHouse fresh = definition.open()) {
      filler.fill(fresh, rows);
      return QueryAssert.run(fresh, onOneThread());
    }
  }

  private QueryRequest onOneThread() {
    return request.settings().containsKey("max_threads")
        ? request
        : request.withSetting("max_threads", "1");
  }

  private static String holders(QueryStatistics figures) {
    if (figures.operators().isEmpty()) {
      return "; this house does not tell which operators held it";
    }
    return figures.operators().stream()
        .sorted(
            Comparator.comparingLong(QueryStatistics.OperatorFigures::peakMemoryBytes).reversed())
        .limit(NAMED_OPERATORS)
        .map(operator -> operator.operator() + " " + ByteSize.text(operator.peakMemoryBytes()))
        .collect(Collectors.joining(", ", "; most was held by ", ""));
  }
}
