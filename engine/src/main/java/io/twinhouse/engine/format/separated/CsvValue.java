// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.separated;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the values of a column from CSV. A tuple takes as many fields as it has elements, those of
 * tuples inside it too; there an empty field is a text without a byte, not a default.
 */
final class CsvValue {

  private final Type type;
  private final ValueReader reader;
  private final byte[] nullText;
  private final List<CsvValue> elements;

  CsvValue(Type type, ReadOptions options) {
    this.type = type;
    this.reader = ValueReader.of(type, TextStyle.CSV, options);
    this.nullText = options.words().nullIn(TextStyle.CSV).getBytes(StandardCharsets.UTF_8);
    this.elements =
        type.base() instanceof TupleType tuple
            ? tuple.elements().stream().map(element -> new CsvValue(element, options)).toList()
            : List.of();
  }

  /** Whether the field taken last is the text of NULL. */
  boolean isNull(SeparatedFields fields) {
    return Arrays.equals(fields.data(), fields.from(), fields.to(), nullText, 0, nullText.length);
  }

  /**
   * Appends the value that begins with the field taken last; the field taken last afterwards is the
   * one that it ends with.
   *
   * @return whether nothing but the value stands in that field
   */
  boolean read(SeparatedFields fields, ColumnBuilder out) throws IOException {
    return elements.isEmpty() ? readField(fields, out) : readTuple(fields, out);
  }

  private boolean readTuple(SeparatedFields fields, ColumnBuilder out) throws IOException {
    boolean alone = true;
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        if (!alone || fields.isLast()) {
          throw noSeparator();
        }
        fields.passSeparator();
        fields.take();
      }
      alone = elements.get(i).readElement(fields, out.element(i));
    }
    out.endRow();
    return alone;
  }

  private boolean readElement(SeparatedFields fields, ColumnBuilder out) throws IOException {
    if (isNull(fields)) {
      out.appendAbsent(type);
      return true;
    }
    if (fields.isEmpty() && elements.isEmpty()) {
      reader.readNothing(out);
      return true;
    }
    return read(fields, out);
  }

  private boolean readField(SeparatedFields fields, ColumnBuilder out) {
    boolean whole = readStart(fields, out);
    // The text of an array is taken out of the field first, and what is behind it is not looked at.
    return (whole || type.base() instanceof ArrayType) && fields.valueEnd() == fields.to();
  }

  private boolean readStart(SeparatedFields fields, ColumnBuilder out) {
    if (type.base() instanceof MapType) {
      reader.readWhole(fields.data(), fields.from(), fields.valueEnd(), out);
      return true;
    }
    try {
      return reader.readStart(fields.data(), fields.from(), fields.valueEnd(), out);
    } catch (TwinhouseException refused) {
      if (type.base() instanceof IntegerType && refused.is(ErrorCode.CANNOT_PARSE_TEXT)) {
        // A number needs no digit there: all of the field stands behind it.
        return false;
      }
      throw refused;
    }
  }

  static TwinhouseException noSeparator() {
    return new TwinhouseException(
        ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
        "Cannot parse input: expected ',' behind a value");
  }
}
