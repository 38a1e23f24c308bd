// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.layout.TableLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request taken apart.
 *
 * @param columnTypes the declared type of each read's column
 * @param filter null when every row passes
 */
record ScanShape(
    List<ColumnRead> reads,
    List<Type> columnTypes,
    @Nullable Conjunction filter,
    List<Integer> output,
    boolean finalRead,
    TableLayout layout) {

  static ScanShape of(TableLayout layout, ScanRequest request) {
    List<Type> types =
        request.reads().stream().map(read -> layout.type(layout.readable(read.column()))).toList();
    List<ColumnRead> reads = request.reads().stream().map(read -> stored(layout, read)).toList();
    Conjunction filter = Conjunction.of(request.filter());
    return new ScanShape(reads, types, filter, request.output(), request.finalRead(), layout);
  }

  /** The read by the name that parts know its column by. */
  private static ColumnRead stored(TableLayout layout, ColumnRead read) {
    String name = layout.name(layout.readable(read.column()));
    return name.equals(read.column())
        ? read
        : new ColumnRead(name, read.path(), read.type(), read.exact());
  }
}
