// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.text.WriteOptions;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** A value in XML: elements of containers are elements. */
public interface XmlCell {

  void write(Column column, int row, TextOutput out);

  static XmlCell of(Type type, WriteOptions options) {
    if (type instanceof ArrayType array) {
      return array(of(array.element(), options));
    }
    if (type instanceof MapType map) {
      return map(of(map.key(), options), of(map.value(), options));
    }
    if (type instanceof TupleType tuple) {
      return tuple(tuple.elements().stream().map(element -> of(element, options)).toList());
    }
    boolean bool = type.base() instanceof BoolType;
    boolean typed = type.base().carriesType();
    ValueWriter plain = ValueWriter.of(type, bool ? TextStyle.JSON : TextStyle.RAW, options);
    TextOutput text = new TextOutput();
    return (column, row, out) -> {
      if (bool && column.isNull(row)) {
        out.put("\\N");
        return;
      }
      if (typed) {
        refuseContainer((BytesColumn) column.flatten(), row);
      }
      text.reset();
      plain.write(column, row, text);
      escape(text.data(), text.length(), out);
    };
  }

  /** Elements of a container have elements of their own in XML. */
  private static void refuseContainer(BytesColumn values, int row) {
    int from = values.offsets()[row];
    if (values.length(row) > 0 && DynamicText.isJson(DynamicText.type(values.data(), from))) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Arrays, maps and tuples in a Dynamic or Variant are not supported in XML");
    }
  }

  private static XmlCell array(XmlCell element) {
    return (column, row, out) -> {
      ArrayColumn array = (ArrayColumn) column.flatten();
      out.put("<array>");
      for (int e = array.offsets()[row]; e < array.offsets()[row + 1]; e++) {
        out.put("<elem>");
        element.write(array.elements(), e, out);
        out.put("</elem>");
      }
      out.put("</array>");
    };
  }

  private static XmlCell map(XmlCell key, XmlCell value) {
    return (column, row, out) -> {
      ArrayColumn map = (ArrayColumn) column.flatten();
      TupleColumn entries = (TupleColumn) map.elements().flatten();
      out.put("<map>");
      for (int e = map.offsets()[row]; e < map.offsets()[row + 1]; e++) {
        out.put("<elem><key>");
        key.write(entries.elements().get(0), e, out);
        out.put("</key><value>");
        value.write(entries.elements().get(1), e, out);
        out.put("</value></elem>");
      }
      out.put("</map>");
    };
  }

  private static XmlCell tuple(List<XmlCell> elements) {
    return (column, row, out) -> {
      TupleColumn tuple = (TupleColumn) column.flatten();
      out.put("<tuple>");
      for (int i = 0; i < elements.size(); i++) {
        out.put("<elem>");
        elements.get(i).write(tuple.elements().get(i), row, out);
        out.put("</elem>");
      }
      out.put("</tuple>");
    };
  }

  private static void escape(byte[] data, int length, TextOutput out) {
    for (int i = 0; i < length; i++) {
      switch (data[i]) {
        case '<' -> out.put("&lt;");
        case '&' -> out.put("&amp;");
        default -> out.put(data[i]);
      }
    }
  }

  /** A name with its marks escaped. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
