// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.catalog;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ConstraintDefinition;
import io.twinhouse.engine.spi.IndexDefinition;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.storage.arrow.file.CorruptFileException;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.TextFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code catalog}. Records: {@code next-number}, {@code database}, {@code view}, {@code
 * table}; a table's record is followed by those of its parts ({@code column}, {@code order-by},
 * ...), one each, and by {@code detached} where the table is put aside. {@code view-detached} comes
 * behind the records of such a view.
 */
final class CatalogFile {

  static final String FILE = "catalog";
  private static final int VERSION = 1;
  private static final String PERMANENTLY = "permanently";

  private CatalogFile() {}

  static void write(Directory directory, CatalogState state) throws IOException {
    List<List<String>> records = new ArrayList<>();
    records.add(List.of("next-number", Integer.toString(state.nextNumber())));
    state.databases().forEach(name -> records.add(List.of("database", name)));
    for (CatalogState.Entry entry : state.tables().values()) {
      describe(entry, records);
    }
    for (CatalogState.Detached aside : state.detached().values()) {
      describe(aside.entry(), records);
      records.add(List.of("detached", aside(aside.permanently())));
    }
    state.views().values().forEach(view -> describe(view, records));
    for (CatalogState.DetachedView aside : state.detachedViews().values()) {
      TableName name = aside.view().name();
      describe(aside.view(), records);
      records.add(
          List.of("view-detached", name.database(), name.table(), aside(aside.permanently())));
    }
    TextFile.write(directory, FILE, "catalog", VERSION, records);
  }

  private static void describe(ViewDefinition view, List<List<String>> records) {
    TableName name = view.name();
    records.add(List.of("view", name.database(), name.table(), view.query(), view.comment()));
    TableName target = view.target();
    if (target != null) {
      TableName source = view.source();
      records.add(
          List.of(
              "materialized",
              name.database(),
              name.table(),
              target.database(),
              target.table(),
              view.ownsTarget() ? "inner" : "to",
              source == null ? "" : source.database(),
              source == null ? "" : source.table()));
    }
    for (ColumnDefinition column : view.columns()) {
      records.add(
          List.of(
              "view-column", name.database(), name.table(), column.name(), column.type().name()));
    }
  }

  private static String aside(boolean permanently) {
    return permanently ? PERMANENTLY : "until-reopened";
  }

  private static void describe(CatalogState.Entry entry, List<List<String>> records) {
    TableDefinition table = entry.definition();
    records.add(
        List.of(
            "table",
            Integer.toString(entry.number()),
            table.name().database(),
            table.name().table(),
            table.engine(),
            table.comment()));
    for (ColumnDefinition column : table.columns()) {
      String expression = column.expression();
      records.add(
          List.of(
              "column",
              column.name(),
              column.type().name(),
              column.kind().name(),
              expression == null ? "" : expression,
              column.comment(),
              column.codec()));
      addIfThere("column-ttl", column.ttl(), records);
    }
    table.engineArguments().forEach(text -> records.add(List.of("engine-argument", text)));
    table.orderBy().forEach(text -> records.add(List.of("order-by", text)));
    table.primaryKey().forEach(text -> records.add(List.of("primary-key", text)));
    entry.streams().forEach((column, stream) -> records.add(List.of("stream", column, stream)));
    records.add(List.of("next-stream", Integer.toString(entry.nextStream())));
    for (IndexDefinition index : table.indexes()) {
      String granularity = Long.toString(index.granularity());
      records.add(List.of("index", index.name(), index.expression(), index.type(), granularity));
    }
    for (ConstraintDefinition constraint : table.constraints()) {
      String kind = constraint.assumed() ? "assume" : "check";
      records.add(List.of("constraint", constraint.name(), kind, constraint.expression()));
    }
    for (TableDefinition.Projection projection : table.projections()) {
      records.add(List.of("projection", projection.name(), projection.query()));
    }
    addIfThere("partition-by", table.partitionBy(), records);
    addIfThere("sample-by", table.sampleBy(), records);
    addIfThere("ttl", table.ttl(), records);
    table.settings().forEach((name, value) -> records.add(List.of("setting", name, value)));
    new TreeMap<>(table.shown())
        .forEach((clause, text) -> records.add(List.of("shown", clause, text)));
  }

  private static void addIfThere(String record, @Nullable String text, List<List<String>> records) {
    if (text != null) {
      records.add(List.of(record, text));
    }
  }

  static CatalogState read(Directory directory) throws IOException {
    if (!directory.exists(FILE)) {
      return CatalogState.initial();
    }
    int nextNumber = 1;
    TreeSet<String> databases = new TreeSet<>();
    TreeMap<TableName, CatalogState.Entry> tables = new TreeMap<>();
    TreeMap<TableName, ViewDefinition> views = new TreeMap<>();
    TreeMap<TableName, CatalogState.Detached> detached = new TreeMap<>();
    TreeMap<TableName, CatalogState.DetachedView> detachedViews = new TreeMap<>();
    DefinitionReader table = null;
    try {
      for (List<String> fields : TextFile.read(directory, FILE, "catalog", VERSION)) {
        switch (fields.get(0)) {
          case "next-number" -> nextNumber = Integer.parseInt(fields.get(1));
          case "database" -> databases.add(fields.get(1));
          case "view" -> {
            TableName name = new TableName(fields.get(1), fields.get(2));
            views.put(name, new ViewDefinition(name, fields.get(3), fields.get(4)));
          }
          case "materialized" -> materialize(views, fields);
          case "view-column" -> addColumn(views, fields);
          case "view-detached" -> {
            TableName name = new TableName(fields.get(1), fields.get(2));
            ViewDefinition view = Objects.requireNonNull(views.remove(name), "a view");
            boolean permanently = fields.get(3).equals(PERMANENTLY);
            detachedViews.put(name, new CatalogState.DetachedView(view, permanently));
          }
          case "table" -> {
            add(table, tables, detached);
            table = new DefinitionReader(fields);
          }
          default -> table = continued(table, fields);
        }
      }
    } catch (IllegalArgumentException
        | NullPointerException
        | IndexOutOfBoundsException
        | TwinhouseException e) {
      throw new CorruptFileException(FILE, "a record cannot be read: " + e.getMessage());
    }
    add(table, tables, detached);
    return new CatalogState(nextNumber, databases, tables, views, detached, detachedViews);
  }

  private static void materialize(TreeMap<TableName, ViewDefinition> views, List<String> fields) {
    TableName name = new TableName(fields.get(1), fields.get(2));
    ViewDefinition view = views.get(name);
    if (view == null) {
      throw new IllegalArgumentException(fields + " before its view");
    }
    TableName target = new TableName(fields.get(3), fields.get(4));
    TableName source = fields.get(7).isEmpty() ? null : new TableName(fields.get(6), fields.get(7));
    boolean inner = fields.get(5).equals("inner");
    views.put(
        name,
        new ViewDefinition(name, view.query(), view.comment(), List.of(), target, inner, source));
  }

  private static void addColumn(TreeMap<TableName, ViewDefinition> views, List<String> fields) {
    TableName name = new TableName(fields.get(1), fields.get(2));
    ViewDefinition view = views.get(name);
    if (view == null) {
      throw new IllegalArgumentException(fields + " before its view");
    }
    List<ColumnDefinition> columns = new ArrayList<>(view.columns());
    columns.add(ColumnDefinition.plain(fields.get(3), TypeParser.parseKnown(fields.get(4))));
    views.put(
        name,
        new ViewDefinition(
            name,
            view.query(),
            view.comment(),
            columns,
            view.target(),
            view.ownsTarget(),
            view.source()));
  }

  private static DefinitionReader continued(@Nullable DefinitionReader table, List<String> fields) {
    if (table == null) {
      throw new IllegalArgumentException(fields + " before any table");
    }
    table.read(fields);
    return table;
  }

  private static void add(
      @Nullable DefinitionReader table,
      TreeMap<TableName, CatalogState.Entry> tables,
      TreeMap<TableName, CatalogState.Detached> detached) {
    if (table == null) {
      return;
    }
    CatalogState.Entry entry = table.entry();
    TableName name = entry.definition().name();
    String aside = table.detached;
    if (aside == null) {
      tables.put(name, entry);
    } else {
      detached.put(name, new CatalogState.Detached(entry, aside.equals(PERMANENTLY)));
    }
  }

  /** Collects the records of one table. */
  private static final class DefinitionReader {

    private final List<String> head;
    private final List<ColumnDefinition> columns = new ArrayList<>();
    private final List<String> engineArguments = new ArrayList<>();
    private final List<String> orderBy = new ArrayList<>();
    private final List<String> primaryKey = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final TreeMap<String, String> streams = new TreeMap<>();
    private final List<IndexDefinition> indexes = new ArrayList<>();
    private final List<ConstraintDefinition> constraints = new ArrayList<>();
    private final List<TableDefinition.Projection> projections = new ArrayList<>();
    private final Map<String, String> shown = new LinkedHashMap<>();
    private int nextStream = 1;
    private @Nullable String partitionBy;
    private @Nullable String sampleBy;
    private @Nullable String ttl;
    private @Nullable String detached;

    DefinitionReader(List<String> head) {
      this.head = head;
    }

    private void ttlOfLast(String text) {
      ColumnDefinition last = columns.remove(columns.size() - 1);
      columns.add(
          new ColumnDefinition(
              last.name(),
              last.type(),
              last.kind(),
              last.expression(),
              last.comment(),
              last.codec(),
              text));
    }

    void read(List<String> fields) {
      switch (fields.get(0)) {
        case "column" -> columns.add(column(fields));
        case "column-ttl" -> ttlOfLast(fields.get(1));
        case "engine-argument" -> engineArguments.add(fields.get(1));
        case "order-by" -> orderBy.add(fields.get(1));
        case "primary-key" -> primaryKey.add(fields.get(1));
        case "partition-by" -> partitionBy = fields.get(1);
        case "sample-by" -> sampleBy = fields.get(1);
        case "ttl" -> ttl = fields.get(1);
        case "stream" -> streams.put(fields.get(1), fields.get(2));
        case "next-stream" -> nextStream = Integer.parseInt(fields.get(1));
        case "index" ->
            indexes.add(
                new IndexDefinition(
                    fields.get(1), fields.get(2), fields.get(3), Long.parseLong(fields.get(4))));
        case "constraint" ->
            constraints.add(
                new ConstraintDefinition(
                    fields.get(1), fields.get(2).equals("assume"), fields.get(3)));
        case "projection" ->
            projections.add(new TableDefinition.Projection(fields.get(1), fields.get(2)));
        case "detached" -> detached = fields.get(1);
        case "shown" -> shown.put(fields.get(1), fields.get(2));
        case "setting" -> settings.put(fields.get(1), fields.get(2));
        default -> throw new IllegalArgumentException("record " + fields + " is not known");
      }
    }

    private static ColumnDefinition column(List<String> fields) {
      return new ColumnDefinition(
          fields.get(1),
          TypeParser.parseKnown(fields.get(2)),
          ColumnDefinition.Kind.valueOf(fields.get(3)),
          fields.get(4).isEmpty() ? null : fields.get(4),
          fields.get(5),
          fields.size() > 6 ? fields.get(6) : "",
          null);
    }

    CatalogState.Entry entry() {
      TableDefinition definition =
          new TableDefinition(
              new TableName(head.get(2), head.get(3)),
              columns,
              head.get(4),
              engineArguments,
              orderBy,
              primaryKey,
              partitionBy,
              sampleBy,
              ttl,
              settings,
              head.get(5),
              indexes,
              constraints,
              projections,
              shown);
      return new CatalogState.Entry(Integer.parseInt(head.get(1)), definition, streams, nextStream);
    }
  }
}
