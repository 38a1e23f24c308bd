// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.QueryStatistics;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.List;

/** Assertions on one query of one house. Each assertion runs the query again. Immutable. */
public final class QueryAssert {

  private final TestHouse house;
  private final HouseDefinition definition;
  private final QueryRequest request;

  QueryAssert(TestHouse house, HouseDefinition definition, QueryRequest request) {
    this.house = house;
    this.definition = definition;
    this.request = request;
  }

  /** With a value for {@code {name:Type}}. */
  public QueryAssert withParameter(String name, String value) {
    return new QueryAssert(house, definition, request.withParameter(name, value));
  }

  /** With a setting. */
  public QueryAssert withSetting(String name, String value) {
    return new QueryAssert(house, definition, request.withSetting(name, value));
  }

  /**
   * The answer is these rows in this order. Values are compared by their texts, so that {@code 1},
   * {@code 1L} and {@code "1"} are the same; null is NULL, and a time may be given as ClickHouse
   * prints it ({@code "2026-01-03 10:00:00"}, in the column's time zone).
   */
  public QueryAssert returns(List<?>... rows) {
    List<? extends List<?>> found = rows();
    String expected = RowTexts.expected(List.of(rows), found);
    String actual = RowTexts.of(found);
    if (!expected.equals(actual)) {
      throw new AssertionError(
          "Expected the query\n"
              + request.sql()
              + "\nto return\n"
              + expected
              + "but it was\n"
              + actual);
    }
    return this;
  }

  /** The answer has no rows. */
  public QueryAssert returnsNothing() {
    return returns();
  }

  /** The answer is that of another query, row by row. */
  public QueryAssert returnsTheSameAs(String sql) {
    String expected = new QueryAssert(house, definition, QueryRequest.of(sql)).answer();
    String actual = answer();
    if (!expected.equals(actual)) {
      throw new AssertionError(
          "Expected the query\n"
              + request.sql()
              + "\nto return what\n"
              + sql
              + "\nreturns\n"
              + expected
              + "but it was\n"
              + actual);
    }
    return this;
  }

  /**
   * The answer is the one kept in the class-path resource {@code /snapshots/name.tsv}. With {@code
   * -Dtwinhouse.snapshots=update} the file is written instead, under {@code src/test/resources}.
   */
  public QueryAssert matchesSnapshot(String name) {
    new Snapshot(name).check(request.sql(), answer());
    return this;
  }

  /** The query fails with ClickHouse's error {@code code}. */
  public QueryAssert failsWith(int code) {
    String actual;
    try {
      actual = "returned\n" + answer();
    } catch (TwinhouseException failure) {
      if (failure.number() == code) {
        return this;
      }
      actual = "failed with " + failure.toClickHouseText();
    }
    throw new AssertionError(
        "Expected the query\n"
            + request.sql()
            + "\nto fail with code "
            + code
            + " but it "
            + actual);
  }

  /** Assertions on the bytes that the query holds at most. */
  public PeakMemoryAssert peakMemory() {
    return new PeakMemoryAssert(house, definition, request);
  }

  private String answer() {
    return RowTexts.of(rows());
  }

  private List<? extends List<?>> rows() {
    try (QueryResult result = house.engine().query(request)) {
      return result.rows();
    }
  }

  /** Figures of a run whose answer nobody wants. */
  static QueryStatistics run(TestHouse house, QueryRequest request) {
    try (QueryResult result = house.engine().query(request)) {
      while (result.next() != null) {
        // the figures are final once all batches were read
      }
      return result.statistics();
    }
  }
}
