// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.mirror;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exchange.Appender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings the changes of a row store into a house, page by page: the rows first, the cursor after
 * them. What stops in between is done again by the next run, and does no harm, since a change that
 * is written twice is the same version of the same row. For one thread; different tenancies may be
 * run by different mirrors at once.
 *
 * <pre>{@code
 * Mirror mirror = Mirror.of(house, source, mappings);
 * mirror.create();
 * List<MirrorProgress> done = mirror.run(tenancies);
 * }</pre>
 */
public final class Mirror {

  /** How many changes a page has; the source is asked for as many, and fewer end a run. */
  static final int PAGE = 1000;

  private final Twinhouse house;
  private final ChangeSource source;
  private final List<MirrorMapping> mappings;
  private final MirrorCursors cursors;
  private final int pagesAtOnce;

  private Mirror(
      Twinhouse house, ChangeSource source, List<MirrorMapping> mappings, int pagesAtOnce) {
    this.house = house;
    this.source = source;
    this.mappings = List.copyOf(mappings);
    this.cursors = new MirrorCursors(house);
    this.pagesAtOnce = pagesAtOnce;
  }

  /** A mirror that runs each mapping to its end. */
  public static Mirror of(Twinhouse house, ChangeSource source, List<MirrorMapping> mappings) {
    return new Mirror(house, source, mappings, Integer.MAX_VALUE);
  }

  /** This mirror, which leaves a mapping after so many pages for the next run. */
  public Mirror withPagesAtOnce(int pages) {
    return new Mirror(house, source, mappings, pages);
  }

  /** Makes the table of cursors unless it is there; the mirrored tables are the caller's. */
  public void create() {
    cursors.create();
  }

  /** Runs every mapping of every tenancy. What fails for one stops none of the others. */
  public List<MirrorProgress> run(List<Tenancy> tenancies) {
    List<MirrorProgress> progress = new ArrayList<>();
    for (Tenancy tenancy : tenancies) {
      for (MirrorMapping mapping : mappings) {
        progress.add(run(tenancy, mapping));
      }
    }
    return progress;
  }

  /**
   * How many changes of each mapping the next run has before it, by reading them all from the row
   * store; nothing is written.
   */
  public Map<String, Long> pending(List<Tenancy> tenancies) {
    Map<String, Long> pending = new LinkedHashMap<>();
    for (MirrorMapping mapping : mappings) {
      long changes = 0;
      for (Tenancy tenancy : tenancies) {
        changes += pending(tenancy, mapping);
      }
      pending.put(mapping.name(), changes);
    }
    return pending;
  }

  private long pending(Tenancy tenancy, MirrorMapping mapping) {
    long cursor = cursors.read(tenancy, mapping);
    long count = 0;
    List<Map<String, @Nullable Object>> changes;
    do {
      changes = source.changes(mapping, tenancy, cursor, PAGE);
      if (!changes.isEmpty()) {
        cursor = MirrorPage.of(mapping, tenancy, cursor, changes).last();
        count += changes.size();
      }
    } while (changes.size() == PAGE);
    return count;
  }

  private MirrorProgress run(Tenancy tenancy, MirrorMapping mapping) {
    long cursor = MirrorCursors.BEGINNING;
    long rows = 0;
    int pages = 0;
    try {
      cursor = cursors.read(tenancy, mapping);
      while (pages < pagesAtOnce) {
        List<Map<String, @Nullable Object>> changes =
            source.changes(mapping, tenancy, cursor, PAGE);
        if (!changes.isEmpty()) {
          MirrorPage page = MirrorPage.of(mapping, tenancy, cursor, changes);
          write(page, mapping);
          cursors.write(tenancy, mapping, page.last());
          cursor = page.last();
          rows += changes.size();
          pages++;
        }
        if (changes.size() < PAGE) {
          return new MirrorProgress(tenancy, mapping, rows, pages, cursor, true, null);
        }
      }
      return new MirrorProgress(tenancy, mapping, rows, pages, cursor, false, null);
    } catch (TwinhouseException failed) {
      return new MirrorProgress(tenancy, mapping, rows, pages, cursor, false, failed);
    }
  }

  private void write(MirrorPage page, MirrorMapping mapping) {
    String[] columns = mapping.written().toArray(String[]::new);
    try (Appender appender = Appender.to(house, mapping.table(), columns)) {
      page.rows().forEach(appender::append);
    }
  }
}
