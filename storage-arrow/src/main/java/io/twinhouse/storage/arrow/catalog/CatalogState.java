// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.catalog;

import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.common.CarriedZones;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All definitions at one moment. Immutable.
 *
 * @param nextNumber the first number that no table's directory has had
 * @param tables each table's definition with the number of its directory
 * @param detached tables that are put aside: their names are taken, nobody sees them
 * @param detachedViews views that are put aside likewise
 */
public record CatalogState(
    int nextNumber,
    SortedSet<String> databases,
    SortedMap<TableName, Entry> tables,
    SortedMap<TableName, ViewDefinition> views,
    SortedMap<TableName, Detached> detached,
    SortedMap<TableName, DetachedView> detachedViews) {

  /** The database that is always there. */
  public static final String DEFAULT_DATABASE = "default";

  public CatalogState {
    databases = Collections.unmodifiableSortedSet(new TreeSet<>(databases));
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    views = Collections.unmodifiableSortedMap(new TreeMap<>(views));
    detached = Collections.unmodifiableSortedMap(new TreeMap<>(detached));
    detachedViews = Collections.unmodifiableSortedMap(new TreeMap<>(detachedViews));
  }

  /**
   * A table that is put aside.
   *
   * @param permanently whether it stays so when the house is opened anew
   */
  public record Detached(Entry entry, boolean permanently) {}

  /**
   * A view that is put aside.
   *
   * @param permanently whether it stays so when the house is opened anew
   */
  public record DetachedView(ViewDefinition view, boolean permanently) {}

  /**
   * A table.
   *
   * @param streams by column the name that parts know it by, where it is another
   * @param nextStream the first number not used by such a name yet
   */
  public record Entry(
      int number, TableDefinition definition, SortedMap<String, String> streams, int nextStream) {

    public Entry {
      streams = Collections.unmodifiableSortedMap(new TreeMap<>(streams));
    }

    /** The same as it is read from disk, where no zone of the session that made it is known. */
    Entry readAnew() {
      List<ColumnDefinition> columns =
          definition.columns().stream()
              .map(column -> column.ofType(CarriedZones.dropped(column.type())))
              .toList();
      return new Entry(
          number, definition.toBuilder().columns(columns).build(), streams, nextStream);
    }

    /** The name of the table's directory. */
    public String directory() {
      return "table-" + number;
    }
  }

  static CatalogState initial() {
    TreeSet<String> databases = new TreeSet<>();
    databases.add(DEFAULT_DATABASE);
    return new CatalogState(
        1, databases, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  CatalogState withDatabase(String name) {
    TreeSet<String> more = new TreeSet<>(databases);
    more.add(name);
    return new CatalogState(nextNumber, more, tables, views, detached, detachedViews);
  }

  CatalogState withoutDatabase(String name) {
    TreeSet<String> fewer = new TreeSet<>(databases);
    fewer.remove(name);
    TreeMap<TableName, Entry> tablesLeft = new TreeMap<>(tables);
    tablesLeft.keySet().removeIf(table -> table.database().equals(name));
    TreeMap<TableName, ViewDefinition> viewsLeft = new TreeMap<>(views);
    viewsLeft.keySet().removeIf(view -> view.database().equals(name));
    TreeMap<TableName, Detached> detachedLeft = new TreeMap<>(detached);
    detachedLeft.keySet().removeIf(table -> table.database().equals(name));
    TreeMap<TableName, DetachedView> asideLeft = new TreeMap<>(detachedViews);
    asideLeft.keySet().removeIf(view -> view.database().equals(name));
    return new CatalogState(nextNumber, fewer, tablesLeft, viewsLeft, detachedLeft, asideLeft);
  }

  CatalogState withTable(TableDefinition definition) {
    TreeMap<TableName, Entry> more = new TreeMap<>(tables);
    more.put(definition.name(), new Entry(nextNumber, definition, new TreeMap<>(), 1));
    return new CatalogState(nextNumber + 1, databases, more, views, detached, detachedViews);
  }

  /** With a table's entry changed. */
  CatalogState with(Entry entry) {
    TreeMap<TableName, Entry> changed = new TreeMap<>(tables);
    changed.put(entry.definition().name(), entry);
    return new CatalogState(nextNumber, databases, changed, views, detached, detachedViews);
  }

  /** With a table that has its number already. */
  CatalogState including(Entry entry) {
    CatalogState home = withDatabase(entry.definition().name().database()).with(entry);
    int next = Math.max(nextNumber, entry.number() + 1);
    return new CatalogState(
        next, home.databases, home.tables, home.views, home.detached, home.detachedViews);
  }

  /** With tables and views under other names: {@code names} maps old names to new ones. */
  CatalogState renamed(Map<TableName, TableName> names) {
    TreeMap<TableName, Entry> newTables = new TreeMap<>();
    tables.forEach(
        (name, entry) -> {
          TableName now = names.getOrDefault(name, name);
          TableDefinition definition = entry.definition().toBuilder().name(now).build();
          newTables.put(
              now, new Entry(entry.number(), definition, entry.streams(), entry.nextStream()));
        });
    TreeMap<TableName, ViewDefinition> newViews = new TreeMap<>();
    views.forEach(
        (name, view) -> {
          TableName now = names.getOrDefault(name, name);
          newViews.put(now, view.named(now));
        });
    return new CatalogState(nextNumber, databases, newTables, newViews, detached, detachedViews);
  }

  CatalogState withView(ViewDefinition definition) {
    CatalogState without = without(definition.name());
    TreeMap<TableName, ViewDefinition> more = new TreeMap<>(without.views);
    more.put(definition.name(), definition);
    return new CatalogState(nextNumber, databases, without.tables, more, detached, detachedViews);
  }

  /** Without the table or view of that name. */
  CatalogState without(TableName name) {
    Map<TableName, Entry> tablesLeft = new TreeMap<>(tables);
    tablesLeft.remove(name);
    Map<TableName, ViewDefinition> viewsLeft = new TreeMap<>(views);
    viewsLeft.remove(name);
    return new CatalogState(
        nextNumber,
        databases,
        new TreeMap<>(tablesLeft),
        new TreeMap<>(viewsLeft),
        detached,
        detachedViews);
  }

  /** With a table or view put aside. */
  CatalogState detaching(TableName name, boolean permanently) {
    ViewDefinition view = views.get(name);
    if (view != null) {
      TreeMap<TableName, ViewDefinition> viewsLeft = new TreeMap<>(views);
      viewsLeft.remove(name);
      TreeMap<TableName, DetachedView> aside = new TreeMap<>(detachedViews);
      aside.put(name, new DetachedView(view, permanently));
      return new CatalogState(nextNumber, databases, tables, viewsLeft, detached, aside);
    }
    TreeMap<TableName, Entry> left = new TreeMap<>(tables);
    TreeMap<TableName, Detached> more = new TreeMap<>(detached);
    more.put(name, new Detached(Objects.requireNonNull(left.remove(name)), permanently));
    return new CatalogState(nextNumber, databases, left, views, more, detachedViews);
  }

  /** With a table or view that was put aside in its place again. */
  CatalogState attaching(TableName name) {
    DetachedView view = detachedViews.get(name);
    if (view != null) {
      TreeMap<TableName, DetachedView> aside = new TreeMap<>(detachedViews);
      aside.remove(name);
      TreeMap<TableName, ViewDefinition> back = new TreeMap<>(views);
      back.put(name, view.view());
      return new CatalogState(nextNumber, databases, tables, back, detached, aside);
    }
    TreeMap<TableName, Detached> left = new TreeMap<>(detached);
    TreeMap<TableName, Entry> more = new TreeMap<>(tables);
    more.put(name, Objects.requireNonNull(left.remove(name)).entry().readAnew());
    return new CatalogState(nextNumber, databases, more, views, left, detachedViews);
  }

  /** As the house is found when it is opened anew. */
  CatalogState reopened() {
    CatalogState opened = this;
    for (Map.Entry<TableName, Detached> aside : detached.entrySet()) {
      opened = aside.getValue().permanently() ? opened : opened.attaching(aside.getKey());
    }
    for (Map.Entry<TableName, DetachedView> aside : detachedViews.entrySet()) {
      opened = aside.getValue().permanently() ? opened : opened.attaching(aside.getKey());
    }
    return opened;
  }

  /** The tables that have data, put aside or not. */
  public List<Entry> all() {
    List<Entry> all = new ArrayList<>(tables.values());
    detached.values().forEach(aside -> all.add(aside.entry()));
    return all;
  }
}
