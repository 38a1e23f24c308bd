// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.table;

import io.twinhouse.engine.spi.PartInfo;
import io.twinhouse.storage.arrow.commit.DetachedPart;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.part.PartId;
import java.util.ArrayList;
import java.util.List;

/** What system tables tell of a table's parts. */
final class PartInfos {

  private PartInfos() {}

  /** A part in use, held by the caller. */
  static PartInfo of(Part part, TableLayout layout) {
    PartId id = part.id();
    return new PartInfo(
        id.name(),
        id.partition(),
        part.rows(),
        part.description().granules(),
        part.bytes(),
        id.firstBlock(),
        id.lastBlock(),
        id.level(),
        Math.max(id.firstBlock(), id.mutation()),
        part.isFrozen(),
        columns(part, layout));
  }

  private static List<PartInfo.Column> columns(Part part, TableLayout layout) {
    List<PartInfo.Column> columns = new ArrayList<>();
    for (int c = 0; c < layout.columns().size(); c++) {
      long bytes = part.streams(layout.name(c)).stream().mapToLong(PartStream::bytes).sum();
      String column = layout.columns().get(c).name();
      columns.add(new PartInfo.Column(column, layout.type(c).name(), bytes));
    }
    return columns;
  }

  /** A part put aside. */
  static PartInfo ofDetached(DetachedPart part) {
    PartId id = part.id();
    return new PartInfo(
        id.name(),
        id.partition(),
        part.rows(),
        0,
        part.bytes(),
        id.firstBlock(),
        id.lastBlock(),
        id.level(),
        Math.max(id.firstBlock(), id.mutation()),
        false,
        List.of());
  }
}
