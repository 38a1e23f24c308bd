// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.part.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses how a read is answered from a part. One thread. */
final class ReaderFactory {

  private final TableDictionaries dictionaries;
  private final Reservation memory;

  /**
   * @param memory where readers reserve what they need between granules
   */
  ReaderFactory(TableDictionaries dictionaries, Reservation memory) {
    this.dictionaries = dictionaries;
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
    List<PartStream> streams = part.streams(read.column());
    if (columnType.base() instanceof JsonType) {
      return new JsonTextReader(part, streams, dictionaries, memory);
    }
    if (streams.size() != 1) {
      throw new IllegalStateException(
          "part " + part.id().file() + " has no stream of column " + read.column());
    }
    return new StreamReader(part, streams.get(0), dictionaries);
  }

  private GranuleReader pathReader(Part part, ColumnRead read) {
    List<PartStream> streams = pathStreams(part, read);
    PartStream direct = direct(streams, read);
    return direct == null
        ? new JsonPathReader(part, streams, read.type(), dictionaries, memory)
        : new StreamReader(part, direct, dictionaries);
  }

  /** The streams of a path, one for each type that its values have. */
  static List<PartStream> pathStreams(Part part, ColumnRead read) {
    String path = String.join(".", read.path());
    return part.streams(read.column()).stream()
        .filter(stream -> stream.key().path().equals(path))
        .toList();
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
