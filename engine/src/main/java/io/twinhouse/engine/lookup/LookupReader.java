// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.lookup;

import io.twinhouse.engine.column.Batch;
import java.util.List;
import java.util.function.Consumer;

/** Reads what a dictionary holds from its source. Thread-safe. */
@FunctionalInterface
public interface LookupReader {

  /**
   * Runs a query.
   *
   * @param queries of which the first one is run whose names are known
   * @param rows is given batches, each valid until it returns
   */
  void read(List<String> queries, Consumer<Batch> rows);
}
