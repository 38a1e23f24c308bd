// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads arrays, tuples and maps. Elements that cannot be read become default values; an array or
 * tuple none of whose elements can be read says nothing.
 */
final class JsonContainers {

  private static final ColumnBuilder NOWHERE = new DiscardingBuilder();

  private final JsonScanner scanner = new JsonScanner();
  private final JsonKey key;
  private final TextOutput name = new TextOutput();

  JsonContainers(boolean ignoreCase) {
    key = new JsonKey(ignoreCase);
  }

  /** Looks at the members of a container, one after the other. */
  interface Visitor {
    /**
     * Looks at the value {@code [from, to)} under the key {@code [nameFrom, nameTo)}, 0 and 0 in an
     * array; false to see no more.
     */
    boolean member(int nameFrom, int nameTo, int from, int to);
  }

  /** Shows the members of the well-formed array or object {@code [from, to)}. */
  void visit(byte[] data, int from, int to, Visitor visitor) {
    boolean object = data[from] == '{';
    scanner.over(data, from, to);
    scanner.enter();
    if (scanner.skip(object ? '}' : ']')) {
      return;
    }
    boolean more = true;
    while (more) {
      int nameFrom = 0;
      int nameTo = 0;
      if (object) {
        nameFrom = scanner.at + 1;
        scanner.skipString();
        nameTo = scanner.at - 1;
        scanner.skipBlanks();
        scanner.skip(':');
      }
      int start = scanner.at;
      scanner.skipValue();
      int behind = scanner.at;
      more = visitor.member(nameFrom, nameTo, start, behind);
      scanner.over(data, behind, to);
      scanner.skipBlanks();
      more = scanner.skip(',') && more;
    }
  }

  JsonReader array(JsonReader element, Type type) {
    boolean nullable = type.isNullable();
    return (data, from, to, out) -> {
      // An empty array is one; of others at least one element must be of the type.
      boolean[] any = new boolean[] {data[from] == '['};
      if (any[0]) {
        visit(
            data,
            from,
            to,
            (n, m, start, behind) -> {
              any[0] = element.read(data, start, behind, NOWHERE);
              return !any[0];
            });
      }
      if (any[0]) {
        ColumnBuilder elements = out.elements();
        visit(
            data,
            from,
            to,
            (n, m, start, behind) -> {
              element.readOrDefault(data, start, behind, nullable, elements);
              return true;
            });
        out.endRow();
      }
      return any[0];
    };
  }

  JsonReader map(JsonReader value, Type type) {
    boolean nullable = type.isNullable();
    return (data, from, to, out) -> {
      if (data[from] != '{') {
        return false;
      }
      ColumnBuilder entries = out.elements();
      visit(
          data,
          from,
          to,
          (nameFrom, nameTo, start, behind) -> {
            appendName(data, nameFrom, nameTo, entries.element(0));
            value.readOrDefault(data, start, behind, nullable, entries.element(1));
            entries.endRow();
            return true;
          });
      out.endRow();
      return true;
    };
  }

  /** Appends the text of a key. */
  void appendName(byte[] data, int from, int to, ColumnBuilder out) {
    if (JsonStrings.hasEscape(data, from, to)) {
      name.reset();
      JsonStrings.unescape(data, from, to, name);
      out.appendBytes(name.data(), 0, name.length());
    } else {
      out.appendBytes(data, from, to - from);
    }
  }

  /** A tuple of an array by position, of an object by name, or by position where it has none. */
  JsonReader tuple(TupleType type, List<JsonReader> elements) {
    int width = elements.size();
    byte[][] names =
        type.names().stream().map(n -> n.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    return (data, from, to, out) -> {
      int[] places = new int[2 * width];
      if (data[from] == '{' || data[from] == '[') {
        place(data, from, to, width, names, places);
      }
      boolean any = false;
      for (int i = 0; i < width && !any; i++) {
        int start = places[2 * i];
        int behind = places[2 * i + 1];
        any = behind > 0 && elements.get(i).read(data, start, behind, NOWHERE);
      }
      for (int i = 0; i < width && any; i++) {
        boolean nullable = type.elements().get(i).isNullable();
        ColumnBuilder element = out.element(i);
        if (places[2 * i + 1] > 0) {
          elements.get(i).readOrDefault(data, places[2 * i], places[2 * i + 1], nullable, element);
        } else if (nullable) {
          element.appendNull();
        } else {
          element.appendDefault();
        }
      }
      if (any) {
        out.endRow();
      }
      return any;
    };
  }

  private void place(byte[] data, int from, int to, int width, byte[][] names, int[] places) {
    boolean byName = data[from] == '{' && names.length > 0;
    int[] next = new int[1];
    visit(
        data,
        from,
        to,
        (nameFrom, nameTo, start, behind) -> {
          int at = byName ? indexOf(data, nameFrom, nameTo, names) : next[0]++;
          if (at >= 0 && at < width && places[2 * at + 1] == 0) {
            places[2 * at] = start;
            places[2 * at + 1] = behind;
          }
          return byName || next[0] < width;
        });
  }

  private int indexOf(byte[] data, int from, int to, byte[][] names) {
    for (int i = 0; i < names.length; i++) {
      if (key.same(data, from, to, names[i], 0, names[i].length)) {
        return i;
      }
    }
    return -1;
  }
}
