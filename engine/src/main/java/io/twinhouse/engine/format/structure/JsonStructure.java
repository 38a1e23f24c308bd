// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import io.twinhouse.engine.format.structure.JsonKinds.Broken;
import io.twinhouse.engine.format.structure.Kind.Plain;
import io.twinhouse.engine.type.Quoting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns of the formats made of JSON. */
final class JsonStructure {

  private final String format;
  private final SampledInput data;
  private final StructureSettings settings;
  private final Map<String, Kind> columns = new LinkedHashMap<>();
  private int rows;

  JsonStructure(String format, SampledInput data, StructureSettings settings) {
    this.format = format;
    this.data = data;
    this.settings = settings;
  }

  /** Looks at a text from its beginning. */
  private interface Look {
    void at(JsonKinds text) throws Broken;
  }

  private Structure look(Look look) throws IOException {
    boolean broken;
    do {
      columns.clear();
      rows = 0;
      try {
        look.at(new JsonKinds(data.text(), settings));
        broken = false;
      } catch (Broken end) {
        broken = true;
      }
    } while (rows < settings.rows() && data.longer());
    if (broken && data.isWhole()) {
      throw Structure.unknown(format, "what stands there is not JSON of this form");
    }
    return Structure.of(format, columns, settings);
  }

  /** Of objects, one a row, with or without brackets around all of them. */
  Structure eachRow() throws IOException {
    return look(
        text -> {
          boolean listed = text.take('[');
          while (rows < settings.rows() && !text.atEnd() && !(listed && text.take(']'))) {
            row(text.object());
            text.take(',');
          }
        });
  }

  /** Of objects in one object. */
  Structure objectEachRow() throws IOException {
    return look(
        text -> {
          text.expect('{');
          do {
            text.quoted();
            text.expect(':');
            row(text.object());
          } while (rows < settings.rows() && text.take(','));
        });
  }

  /**
   * Of arrays, one a row.
   *
   * @param named whether the first has names
   */
  Structure compactEachRow(boolean named) throws IOException {
    return look(
        text -> {
          List<String> names = named ? texts(text) : List.of();
          while (rows < settings.rows() && !text.atEnd()) {
            row(values(text, names));
            text.take(',');
          }
        });
  }

  private Map<String, Kind> values(JsonKinds text, List<String> names) throws Broken {
    List<Kind> kinds = new ArrayList<>();
    text.expect('[');
    if (!text.take(']')) {
      do {
        kinds.add(text.value());
      } while (text.take(','));
      text.expect(']');
    }
    List<String> all = names.isEmpty() ? settings.names(format, kinds.size()) : names;
    if (all.size() != kinds.size() || (rows > 0 && kinds.size() != columns.size())) {
      throw new Broken();
    }
    Map<String, Kind> row = new LinkedHashMap<>();
    for (int i = 0; i < kinds.size(); i++) {
      if (row.put(all.get(i), kinds.get(i)) != null) {
        throw new Broken();
      }
    }
    return row;
  }

  private static List<String> texts(JsonKinds text) throws Broken {
    List<String> texts = new ArrayList<>();
    text.expect('[');
    do {
      texts.add(text.quoted());
    } while (text.take(','));
    text.expect(']');
    return texts;
  }

  /** Of a row of names and one of types. */
  Structure typed() throws IOException {
    try {
      JsonKinds text = new JsonKinds(data.text(), settings);
      return declared(texts(text), texts(text));
    } catch (Broken none) {
      throw Structure.unknown(format, "there are no rows of names and types");
    }
  }

  /** Of a document that begins with what it holds. */
  Structure withMetadata() throws IOException {
    try {
      JsonKinds text = new JsonKinds(data.text(), settings);
      text.expect('{');
      if (!text.quoted().equals("meta")) {
        throw new Broken();
      }
      text.expect(':');
      text.expect('[');
      List<String> names = new ArrayList<>();
      List<String> types = new ArrayList<>();
      do {
        text.expect('{');
        do {
          String key = text.quoted();
          text.expect(':');
          (key.equals("name") ? names : types).add(text.quoted());
        } while (text.take(','));
        text.expect('}');
      } while (text.take(','));
      return declared(names, types);
    } catch (Broken none) {
      throw Structure.unknown(format, "it does not begin with its meta");
    }
  }

  private Structure declared(List<String> names, List<String> types) throws Broken {
    if (names.size() != types.size()) {
      throw new Broken();
    }
    List<String> declared = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      declared.add(Quoting.name(names.get(i)) + " " + types.get(i));
    }
    return new Structure(String.join(", ", declared), format);
  }

  /** Of an object of arrays, or an array of them, one a column. */
  Structure columns(boolean named) throws IOException {
    Structure structure =
        look(
            text -> {
              text.expect(named ? '{' : '[');
              do {
                String name = named ? text.quoted() : "c" + (columns.size() + 1);
                if (named) {
                  text.expect(':');
                }
                if (columns.put(name, column(text)) != null) {
                  throw new Broken();
                }
              } while (text.take(','));
              text.expect(named ? '}' : ']');
            });
    if (columns.containsValue(Plain.NOTHING)) {
      throw Structure.unknown(format, "a column has no values that tell");
    }
    return structure;
  }

  private static Kind column(JsonKinds text) throws Broken {
    text.expect('[');
    if (text.take(']')) {
      return Plain.NOTHING;
    }
    Kind kind = text.value();
    while (text.take(',')) {
      kind = joined(kind, text.value());
    }
    text.expect(']');
    return kind;
  }

  private static Kind joined(Kind one, Kind other) {
    Kind joined = KindUnion.JSON_ROWS.of(one, other);
    return joined == null ? Plain.UNCLEAR : joined;
  }

  private void row(Map<String, Kind> row) {
    row.forEach((name, kind) -> columns.merge(name, kind, JsonStructure::joined));
    rows++;
  }
}
