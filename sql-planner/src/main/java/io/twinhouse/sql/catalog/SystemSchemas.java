// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.type.TypeParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names, engines and columns of the server's own tables, as the server lists them. */
final class SystemSchemas {

  static final SystemSchemas SYSTEM = new SystemSchemas("system-tables.tsv");
  static final SystemSchemas INFORMATION =
      new SystemSchemas("information-schema.tsv").inBothCases();

  private final SortedMap<String, SystemTable> tables = new TreeMap<>();

  private SystemSchemas(String resource) {
    String name = "";
    String engine = "";
    List<ColumnDefinition> columns = new ArrayList<>();
    for (String line : lines(resource)) {
      String[] fields = line.split("\t", -1);
      if (fields[0].equals("table")) {
        put(name, engine, columns);
        name = fields[1];
        engine = fields[2];
        columns.clear();
      } else {
        boolean alias = fields.length > 3;
        columns.add(
            new ColumnDefinition(
                fields[1],
                TypeParser.parse(fields[2]),
                alias ? Kind.ALIAS : Kind.PLAIN,
                alias ? fields[3] : null,
                ""));
      }
    }
    put(name, engine, columns);
  }

  private void put(String name, String engine, List<ColumnDefinition> columns) {
    if (!name.isEmpty()) {
      tables.put(name, new SystemTable(name, engine, columns));
    }
  }

  /** The standard's names are there in lower and in upper case. */
  private SystemSchemas inBothCases() {
    for (SystemTable table : List.copyOf(tables.values())) {
      put(table.name().toUpperCase(Locale.ROOT), table.engine(), table.columns());
    }
    return this;
  }

  SortedMap<String, SystemTable> tables() {
    return tables;
  }

  static List<String> lines(String resource) {
    InputStream stream = SystemSchemas.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IllegalStateException("no resource " + resource);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
