// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.ScanRequest.FirstRows;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.part.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out granules none of whose rows are among the first by a column: enough others are known,
 * by zone maps, to hold rows that come before. Work keeps its order, so that rows of equal keys
 * keep theirs. Only granules all of whose rows pass the filter are left out, as those can be
 * counted.
 */
final class FirstGranules {

  private final boolean finalRead;
  private long omitted;

  FirstGranules(boolean finalRead) {
    this.finalRead = finalRead;
  }

  /** Rows that pass the filter, in the granules that were left out. */
  long omittedRows() {
    return omitted;
  }

  /**
   * The work without what is not needed.
   *
   * @param first a row is needed if it is among those of any
   */
  List<GranuleRange> of(List<GranuleRange> work, ScanShape shape, List<FirstRows> first) {
    if (first.isEmpty() || work.size() < 2) {
      return work;
    }
    boolean[] needed = new boolean[work.size()];
    for (FirstRows rows : first) {
      Zones zones = new Zones(shape.reads().get(rows.read()), rows.descending());
      markNeeded(work, zones, rows.rows(), needed);
    }
    List<GranuleRange> kept = new ArrayList<>();
    for (int i = 0; i < needed.length; i++) {
      if (needed[i]) {
        kept.add(work.get(i));
      } else {
        omitted += shown(work.get(i));
      }
    }
    return kept;
  }

  private void markNeeded(List<GranuleRange> work, Zones zones, long rows, boolean[] needed) {
    List<GranuleRange> certain = new ArrayList<>();
    for (GranuleRange granule : work) {
      if (granule.open() == 0 && zones.present(granule) > 0) {
        certain.add(granule);
      }
    }
    certain.sort(Comparator.comparingLong(zones::last));
    long counted = 0;
    int enough = 0;
    while (enough < certain.size() && counted < rows) {
      counted += certainRows(certain.get(enough), zones);
      enough++;
    }
    boolean bounded = counted >= rows;
    long bound = bounded ? zones.last(certain.get(enough - 1)) : Long.MAX_VALUE;
    for (int i = 0; i < needed.length; i++) {
      GranuleRange granule = work.get(i);
      needed[i] |= !bounded || granule.open() != 0 || zones.mayComeBy(granule, bound);
    }
  }

  /** Rows with a value that are sure to be shown. */
  private long certainRows(GranuleRange granule, Zones zones) {
    return Math.max(0, shown(granule) - (granule.rows() - zones.present(granule)));
  }

  private long shown(GranuleRange granule) {
    int hidden = finalRead ? granule.part().hiddenByFinal().inGranule(granule.granule()) : 0;
    return (long) granule.rows() - hidden;
  }

  /** The bounds of a column's granules, turned round where the last value comes first. */
  private static final class Zones {

    private final ColumnRead read;
    private final boolean descending;
    private final Map<Part, @Nullable PartStream> streams = new HashMap<>();

    Zones(ColumnRead read, boolean descending) {
      this.read = read;
      this.descending = descending;
    }

    /** Null where bounds say nothing of the values' order. */
    private @Nullable PartStream stream(GranuleRange granule) {
      Part part = granule.part().part();
      if (!streams.containsKey(part)) {
        boolean plain = read.path().isEmpty() && PlaceColumn.of(read) == null;
        PartStream stream = plain ? part.stream(read.column()) : null;
        boolean ordered =
            stream != null && !stream.dictionary() && stream.key().type().lane() == Lane.LONG;
        streams.put(part, ordered ? stream : null);
      }
      return streams.get(part);
    }

    /** Rows that are not NULL; 0 where that is not known. */
    int present(GranuleRange granule) {
      PartStream stream = stream(granule);
      return stream == null ? 0 : granule.rows() - stream.nulls()[granule.granule()];
    }

    /** By when all values of a granule have come. */
    long last(GranuleRange granule) {
      PartStream stream = stream(granule);
      if (stream == null) {
        return Long.MAX_VALUE;
      }
      int at = granule.granule();
      return descending ? ~stream.min()[at] : stream.max()[at];
    }

    /** Whether one of its values may come by {@code bound}. */
    boolean mayComeBy(GranuleRange granule, long bound) {
      PartStream stream = stream(granule);
      if (stream == null) {
        return true;
      }
      int at = granule.granule();
      return (descending ? ~stream.max()[at] : stream.min()[at]) <= bound
          && stream.nulls()[at] < granule.rows();
    }
  }
}
