// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.table;

import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.read.FirstRow;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that partition keys have, which any row of a partition tells. One thread. */
final class PartitionValues {

  private static final String UNPARTITIONED = "tuple()";

  private final TableLayout layout;
  private final TableDictionaries dictionaries;
  private final MemoryContext memory;
  private final @Nullable Expression key;
  private final TextOutput text = new TextOutput();

  PartitionValues(TableLayout layout, TableDictionaries dictionaries, MemoryContext memory) {
    this.layout = layout;
    this.dictionaries = dictionaries;
    this.memory = memory;
    this.key = layout.partitionKey();
  }

  /** By partition id; the parts are held by the caller. */
  Map<String, String> of(List<Part> parts) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Part part : parts) {
      values.computeIfAbsent(part.id().partition(), id -> text(part));
    }
    return values;
  }

  /** As toString would have it. */
  private String text(Part part) {
    if (key == null) {
      return UNPARTITIONED;
    }
    text.reset();
    ValueWriter.of(key.type(), TextStyle.RAW, ZoneOffset.UTC)
        .write(FirstRow.of(part, key, layout, dictionaries, memory), 0, text);
    return text.toString();
  }
}
