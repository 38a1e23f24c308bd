// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.layout.EngineKind;
import io.twinhouse.storage.arrow.layout.Inputs;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.read.bound.PlaceColumn;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses how a read is answered from a part. One thread. */
final class ReaderFactory {

  private final TableLayout layout;
  private final StreamReaders opened;
  private final Reservation memory;

  /**
   * @param memory where readers reserve what they need between granules
   */
  ReaderFactory(TableLayout layout, TableDictionaries dictionaries, Reservation memory) {
    this.layout = layout;
    this.opened = new StreamReaders(dictionaries, memory);
    this.memory = memory;
  }

  /**
   * A reader.
   *
   * @param columnType the declared type of the read's column
   */
  GranuleReader reader(Part part, ColumnRead read, Type columnType) {
    if (!read.path().isEmpty()) {
      return pathReader(part, read);
    }
    PlaceColumn place = PlaceColumn.of(read);
    if (place != null) {
      return new PlaceReader(place, part);
    }
    List<PartStream> streams = part.streams(read.column());
    if (columnType.base() instanceof JsonType json) {
      return new JsonTextReader(part, streams, json, opened, memory);
    }
    if (streams.isEmpty()) {
      return missing(part, layout.positionOfStream(read.column()));
    }
    if (streams.size() != 1) {
      throw new IllegalStateException(
          "part " + part.id().file() + " has no stream of column " + read.column());
    }
    return opened.of(part, streams.get(0));
  }

  /** What stands for a column that the part was written without. */
  private GranuleReader missing(Part part, int column) {
    // ClickHouse's tables in memory know of no default but the type's for rows that were there
    // before
    boolean plain = layout.engine() == EngineKind.MEMORY;
    Expression value = plain ? layout.nothing(column) : layout.missing(column);
    return computed(part, column, layout.type(column), value);
  }

  /**
   * Works an expression out from the columns that a part has.
   *
   * @param column the position that the expression stands for and cannot look at; -1 for none
   */
  GranuleReader computed(Part part, int column, Type type, @Nullable Expression expression) {
    Map<Integer, GranuleReader> inputs = new HashMap<>();
    BitSet used = Inputs.of(expression);
    for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
      if (i == column || !layout.isStored(i)) {
        continue;
      }
      ColumnRead read = ColumnRead.of(layout.name(i), layout.type(i));
      inputs.put(i, reader(part, read, layout.type(i)));
    }
    return new MissingReader(type, expression, inputs, layout.columns().size(), memory);
  }

  private GranuleReader pathReader(Part part, ColumnRead read) {
    List<PartStream> streams = pathStreams(part, read);
    PartStream direct = direct(streams, read);
    return direct == null
        ? new JsonPathReader(part, streams, read.type(), opened, memory)
        : opened.of(part, direct);
  }

  /** The streams of a path that a read asks for, one for each type that its values have. */
  static List<PartStream> pathStreams(Part part, ColumnRead read) {
    String path = String.join(".", read.path());
    return part.streams(read.column()).stream()
        .filter(stream -> stream.key().path().equals(path))
        .filter(stream -> !read.exact() || isOfType(stream.key(), read.type().base()))
        .toList();
  }

  private static boolean isOfType(StreamKey key, Type type) {
    return key.shape().isEmpty() ? key.type().equals(type) : key.shape().equals(type.name());
  }

  /** The one stream that holds the path as it is asked for, or null if there is none such. */
  static @Nullable PartStream direct(List<PartStream> streams, ColumnRead read) {
    if (streams.size() != 1 || !read.type().isNullable()) {
      return null;
    }
    StreamKey key = streams.get(0).key();
    boolean asIs = key.shape().isEmpty() && PathCast.isNone(key.type(), read.type());
    return asIs ? streams.get(0) : null;
  }
}
