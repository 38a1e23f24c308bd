// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.check;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.layout.EngineKind;
import io.twinhouse.storage.arrow.layout.TableLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The files in which ClickHouse keeps a table of the Log family, which is what it verifies of one:
 * here the same rows lie in parts.
 */
public final class LogFiles {

  private static final String MARKS = "__marks.mrk";

  private final SortedSet<String> names = new TreeSet<>();

  private LogFiles() {}

  /**
   * The files' names in order.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED for columns whose files are not known
   */
  public static List<String> of(TableLayout layout) {
    if (layout.engine() == EngineKind.STRIPE_LOG) {
      return List.of("data.bin", "index.mrk");
    }
    LogFiles files = new LogFiles();
    if (layout.engine() == EngineKind.LOG) {
      files.names.add(MARKS);
    }
    for (int c = 0; c < layout.columns().size(); c++) {
      ColumnDefinition column = layout.columns().get(c);
      if (layout.isStored(c)) {
        files.addColumn(column.name(), layout.type(c));
      }
    }
    return List.copyOf(files.names);
  }

  private void addColumn(String column, Type type) {
    int dot = column.indexOf('.');
    boolean nested = dot > 0 && type instanceof ArrayType;
    // arrays of one Nested have their lengths in common
    add(escaped(column), nested ? escaped(column.substring(0, dot)) : escaped(column), type, 0);
  }

  /**
   * @param lengths what the file of an array's lengths begins with
   * @param depth of arrays around it
   */
  private void add(String file, String lengths, Type type, int depth) {
    if (type instanceof ArrayType array) {
      names.add(lengths + ".size" + depth + ".bin");
      add(file, lengths, array.element(), depth + 1);
    } else if (type instanceof MapType map && depth == 0) {
      names.add(file + ".size0.bin");
      addPlain(file + "%2Ekeys", map.entry().elements().get(0));
      addPlain(file + "%2Evalues", map.entry().elements().get(1));
    } else if (type instanceof TupleType tuple && depth == 0 && !tuple.elements().isEmpty()) {
      for (int i = 0; i < tuple.elements().size(); i++) {
        String name = tuple.names().isEmpty() ? Integer.toString(i + 1) : tuple.names().get(i);
        addPlain(file + "%2E" + escaped(name), tuple.elements().get(i));
      }
    } else {
      addPlain(file, type);
    }
  }

  private void addPlain(String file, Type type) {
    if (type instanceof LowCardinalityType) {
      names.add(file + ".dict.bin");
    } else if (type instanceof NullableType nullable) {
      requirePlain(nullable.inner());
      names.add(file + ".null.bin");
    } else {
      requirePlain(type);
    }
    names.add(file + ".bin");
  }

  private static void requirePlain(Type type) {
    boolean several =
        type instanceof ArrayType
            || type instanceof MapType
            || type instanceof TupleType
            || type instanceof JsonType
            || type instanceof DynamicType
            || type instanceof AggregateFunctionType;
    if (several) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "CHECK TABLE of a table of the Log family with a column of type "
              + type.name()
              + " within another one, or of no file known, is not supported by the embedded store;"
              + " use engine MergeTree");
    }
  }

  /** Letters, digits and the underscore stay as they are. */
  private static String escaped(String name) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '_';
      escaped.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b));
    }
    return escaped.toString();
  }
}
