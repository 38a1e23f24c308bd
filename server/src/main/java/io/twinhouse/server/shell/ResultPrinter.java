// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.shell;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.exchange.Answers;
import java.io.IOException;
import java.io.OutputStream;

/** Writes results in the format that the statement asks for, or in the one given. */
public final class ResultPrinter {

  private final String format;
  private final OutputStream out;

  /**
   * @param format for statements that name none
   * @param out not closed
   */
  public ResultPrinter(String format, OutputStream out) {
    this.format = format;
    this.out = out;
  }

  /** Takes a result to its end; returns how many rows were written. */
  public long print(QueryResult result) throws IOException {
    if (result.schema().size() == 0) {
      while (result.next() != null) {
        // a statement without columns does its work here
      }
      return 0;
    }
    String named = result.format();
    return Answers.write(result, named != null ? named : format, out);
  }
}
