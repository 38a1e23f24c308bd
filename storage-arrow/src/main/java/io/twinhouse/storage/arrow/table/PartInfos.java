// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.table;

import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.PartInfo;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.storage.arrow.commit.DetachedPart;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.part.PartId;
import io.twinhouse.storage.arrow.read.FirstRow;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What system tables tell of a table's parts. One thread. */
final class PartInfos {

  private static final String UNPARTITIONED = "tuple()";

  private final TableLayout layout;
  private final TableDictionaries dictionaries;
  private final MemoryContext memory;
  private final @Nullable Expression key;
  private final TextOutput text = new TextOutput();

  PartInfos(TableLayout layout, TableDictionaries dictionaries, MemoryContext memory) {
    this.layout = layout;
    this.dictionaries = dictionaries;
    this.memory = memory;
    this.key = layout.partitionKey();
  }

  /** A part in use, held by the caller. */
  PartInfo of(Part part) {
    PartId id = part.id();
    return new PartInfo(
        id.name(),
        partition(part),
        id.partition(),
        part.rows(),
        part.description().granules(),
        part.bytes(),
        id.firstBlock(),
        id.lastBlock(),
        id.level(),
        part.isFrozen(),
        columns(part));
  }

  /** The value of the partition key, as toString would have it. */
  private String partition(Part part) {
    if (key == null) {
      return UNPARTITIONED;
    }
    text.reset();
    ValueWriter.of(key.type(), TextStyle.RAW, ZoneOffset.UTC)
        .write(FirstRow.of(part, key, layout, dictionaries, memory), 0, text);
    return text.toString();
  }

  private List<PartInfo.Column> columns(Part part) {
    List<PartInfo.Column> columns = new ArrayList<>();
    for (int c = 0; c < layout.columns().size(); c++) {
      long bytes = part.streams(layout.name(c)).stream().mapToLong(PartStream::bytes).sum();
      String column = layout.columns().get(c).name();
      columns.add(new PartInfo.Column(column, layout.type(c).name(), bytes));
    }
    return columns;
  }

  /** A part put aside, of which no table tells the partition's value. */
  static PartInfo ofDetached(DetachedPart part) {
    PartId id = part.id();
    return new PartInfo(
        id.name(),
        id.partition(),
        id.partition(),
        part.rows(),
        0,
        part.bytes(),
        id.firstBlock(),
        id.lastBlock(),
        id.level(),
        false,
        List.of());
  }
}
