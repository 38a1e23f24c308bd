// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.predicate.Bounds;
import io.twinhouse.engine.predicate.Ranges;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.storage.arrow.dictionary.StringDictionary;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.read.bound.KeyBounds;
import io.twinhouse.storage.arrow.read.bound.PlaceColumn;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What zone maps and the sparse index say of the granule it is turned to. One thread. */
final class GranuleBounds implements Bounds {

  private final Part part;
  private final List<ColumnRead> reads;
  private final TableDictionaries dictionaries;
  private final KeyBounds keys;
  private final Map<Ranges, long[]> idsOfPoints = new IdentityHashMap<>();
  private final @Nullable PartStream[] streams;
  private final boolean[] resolved;
  private int granule;

  GranuleBounds(Part part, List<ColumnRead> reads, TableDictionaries dictionaries, KeyBounds keys) {
    this.part = part;
    this.reads = reads;
    this.dictionaries = dictionaries;
    this.keys = keys;
    streams = new PartStream[reads.size()];
    resolved = new boolean[streams.length];
  }

  GranuleBounds at(int newGranule) {
    granule = newGranule;
    return this;
  }

  /** Looked for when first asked for: most parts of many are decided by one column. */
  private @Nullable PartStream stream(int input) {
    if (!resolved[input]) {
      resolved[input] = true;
      streams[input] = stream(part, reads.get(input));
    }
    return streams[input];
  }

  private static @Nullable PartStream stream(Part part, ColumnRead read) {
    return read.path().isEmpty()
        ? part.stream(read.column())
        : ReaderFactory.direct(ReaderFactory.pathStreams(part, read), read);
  }

  @Override
  public boolean mayHold(int input, Ranges ranges) {
    PartStream stream = stream(input);
    if (stream == null) {
      PlaceColumn place = PlaceColumn.of(reads.get(input));
      return place == null || place.mayHold(part, granule, ranges);
    }
    if (stream.nulls()[granule] == part.description().rowsOf(granule)) {
      return false;
    }
    if (ranges instanceof Ranges.Longs longs) {
      return longs.meets(stream.min()[granule], stream.max()[granule]);
    }
    Ranges.Bytes bytes = (Ranges.Bytes) ranges;
    return mayHoldIds(stream, bytes) && keys.mayHold(reads.get(input).column(), granule, bytes);
  }

  private boolean mayHoldIds(PartStream stream, Ranges.Bytes ranges) {
    if (!stream.dictionary()) {
      return true;
    }
    long[] ids = idsOfPoints.computeIfAbsent(ranges, r -> ids(stream, ranges));
    if (ids == NOT_POINTS) {
      return true;
    }
    int at = Arrays.binarySearch(ids, stream.min()[granule]);
    int first = at >= 0 ? at : -at - 1;
    return first < ids.length && ids[first] <= stream.max()[granule];
  }

  private static final long[] NOT_POINTS = new long[0];

  private long[] ids(PartStream stream, Ranges.Bytes ranges) {
    List<byte[]> points = ranges.points();
    if (points == null) {
      return NOT_POINTS;
    }
    StringDictionary dictionary = dictionaries.of(stream.key().dictionaryKey());
    return points.stream()
        .mapToLong(p -> dictionary.find(p, 0, p.length))
        .filter(id -> id >= 0)
        .sorted()
        .toArray();
  }

  @Override
  public boolean mayHoldNull(int input) {
    PartStream stream = stream(input);
    return stream == null ? PlaceColumn.of(reads.get(input)) == null : stream.nulls()[granule] > 0;
  }

  @Override
  public boolean mayHoldValue(int input) {
    PartStream stream = stream(input);
    return stream == null || stream.nulls()[granule] < part.description().rowsOf(granule);
  }
}
