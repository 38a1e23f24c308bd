// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.layout.Inputs;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.read.bound.PlaceColumn;
import java.util.BitSet;
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
    refusePruning(layout, request);
    List<Type> types = request.reads().stream().map(read -> declared(layout, read)).toList();
    List<ColumnRead> reads = request.reads().stream().map(read -> stored(layout, read)).toList();
    Conjunction filter = Conjunction.of(request.filter());
    return new ScanShape(reads, types, filter, request.output(), request.finalRead(), layout);
  }

  /** ClickHouse leaves parts out by such a filter before it looks for the newest of a key. */
  private static void refusePruning(TableLayout layout, ScanRequest request) {
    Expression filter = request.filter();
    if (!request.finalRead() || filter == null) {
      return;
    }
    BitSet used = Inputs.of(filter);
    for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
      String column = request.reads().get(i).column();
      if (PlaceColumn.named(column, layout) != null) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "A filter of virtual column "
                + column
                + " with FINAL is not supported by the embedded store: ClickHouse chooses parts by"
                + " it before versions are compared");
      }
    }
  }

  private static Type declared(TableLayout layout, ColumnRead read) {
    PlaceColumn place = PlaceColumn.named(read.column(), layout);
    return place == null ? layout.type(layout.readable(read.column())) : place.type();
  }

  /** The read by the name that parts know its column by. */
  private static ColumnRead stored(TableLayout layout, ColumnRead read) {
    PlaceColumn place = PlaceColumn.named(read.column(), layout);
    if (place != null) {
      return place.read();
    }
    String name = layout.name(layout.readable(read.column()));
    return name.equals(read.column())
        ? read
        : new ColumnRead(name, read.path(), read.type(), read.exact());
  }
}
