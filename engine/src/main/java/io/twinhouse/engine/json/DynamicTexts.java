// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.time.ZoneOffset;

/** Makes a column of the texts of Dynamic values, all of one type. One thread. */
public final class DynamicTexts {

  private final Type type;
  private final boolean json;
  private final boolean mixed;
  private final ValueReader reader;
  private final ColumnBuilder values;
  private final TextInput in = new TextInput();

  /**
   * @param name of the type, as the values have it
   */
  public DynamicTexts(String name) {
    type = TypeParser.parse(name);
    json = DynamicText.isJson(name);
    mixed = name.equals("Array(Dynamic)");
    if (!mixed && name.contains("Dynamic")) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Values of type " + name + " at a JSON path can only be shown and cast to String");
    }
    TextStyle style = json ? TextStyle.JSON : TextStyle.RAW;
    reader = ValueReader.of(type, style, ReadOptions.lenient(ZoneOffset.UTC));
    values = ColumnBuilder.of(type);
  }

  /** The type of the values, JSON within arrays without limits. */
  public Type type() {
    return type;
  }

  /** Appends the value of a text, which stands behind the type's name. */
  public void add(byte[] data, int from, int to) {
    if (mixed) {
      addElements(in.over(data, from, to));
    } else if (json) {
      reader.read(in.over(data, from, to), values);
    } else {
      reader.readWhole(data, from, to, values);
    }
  }

  /** Elements of an array that carry their own types. */
  private void addElements(TextInput array) {
    DynamicReader dynamic = new DynamicReader();
    TextOutput element = new TextOutput();
    array.advance(1);
    array.skipBlanks();
    while (!array.skip(']')) {
      element.reset();
      dynamic.read(array, element);
      values.elements().appendBytes(element.data(), 0, element.length());
      array.skipBlanks();
      array.skip(',');
      array.skipBlanks();
    }
    values.endRow();
  }

  /** The values since the last call. */
  public Column build() {
    return values.build();
  }
}
