// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.insert;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.setting.Settings;
import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides by ClickHouse's settings whether an insert that comes again is to be recognised. */
public final class Deduplication {

  private Deduplication() {}

  /**
   * Whether settings ask for it.
   *
   * @param query whether rows come from a query
   * @param repeatable whether that gives its rows in the same order each time
   * @throws TwinhouseException DEDUPLICATION_IS_NOT_POSSIBLE
   */
  public static boolean isWanted(Settings settings, boolean query, boolean repeatable) {
    String mode = settings.text("deduplicate_insert");
    boolean inserts =
        mode.equals("enable")
            || (mode.equals("backward_compatible_choice") && settings.flag("insert_deduplicate"));
    if (!query) {
      return inserts;
    }
    boolean stable = repeatable || !settings.text("insert_deduplication_token").isEmpty();
    return switch (settings.text("deduplicate_insert_select")) {
      case "disable" -> false;
      case "force_enable" -> {
        if (!stable) {
          throw new TwinhouseException(
              ErrorCode.DEDUPLICATION_IS_NOT_POSSIBLE,
              "Deduplication for INSERT SELECT with non-stable SELECT is not possible (the SELECT"
                  + " part can return different results on each execution). Add ORDER BY ALL, or"
                  + " give insert_deduplication_token");
        }
        yield true;
      }
      case "enable_even_for_bad_queries" -> inserts;
      default -> inserts && stable;
    };
  }

  /**
   * What an insert is recognised by.
   *
   * @param origin the view that is fed and the block it is fed with; null for what a client inserts
   * @return null if neither the table nor one that views fill from it keeps account of inserts
   */
  public static @Nullable InsertIdentity identity(
      Storage house,
      TableName table,
      List<String> columns,
      Settings settings,
      @Nullable String origin) {
    if (!isKept(
        house, table, settings.flag("deduplicate_blocks_in_dependent_materialized_views"))) {
      return null;
    }
    if (origin != null) {
      return InsertIdentity.derived(origin);
    }
    InsertIdentity identity = InsertIdentity.of(settings, columns);
    if (settings.text("insert_deduplication_token").isEmpty()) {
      house.table(table).map(Table::definition).ifPresent(Deduplication::requireComparable);
    }
    return identity;
  }

  private static boolean isKept(Storage house, TableName name, boolean inViews) {
    boolean here = house.table(name).map(t -> t.definition().insertWindow() > 0).orElse(false);
    if (here || !inViews) {
      return here;
    }
    for (ViewDefinition view : house.dependents(name)) {
      TableName target = view.target();
      if (target != null && !target.equals(name) && isKept(house, target, true)) {
        return true;
      }
    }
    return false;
  }

  /** The text of a JSON value says less than its columns do, which the server compares. */
  private static void requireComparable(TableDefinition table) {
    for (ColumnDefinition column : table.columns()) {
      if (column.type().name().contains("JSON")) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Deduplication of inserts by the values of column "
                + column.name()
                + " of type "
                + column.type().name()
                + " is not supported; give insert_deduplication_token, or set"
                + " deduplicate_insert = 'disable'");
      }
    }
  }

  /** The sink, with what it takes recognised if {@code identity} is there. */
  public static BatchSink sink(BatchSink sink, @Nullable InsertIdentity identity) {
    return identity == null ? sink : new DeduplicatedSink(sink, identity);
  }
}
