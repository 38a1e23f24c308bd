// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import java.util.List;

/**
 * What a house said to one question.
 *
 * @param columns name and type of each
 * @param rows values as text
 * @param peakBytes the query's own peak
 */
public record Answer(
    List<String> columns,
    List<List<String>> rows,
    long nanos,
    long peakBytes,
    long readRows,
    long readBytes) {

  public Answer {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** This answer with the shorter time of both, since the machine may have been busy. */
  Answer quicker(Answer again) {
    return again.nanos < nanos ? again : this;
  }
}
