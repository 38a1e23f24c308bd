// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.ConstantReader;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads (1,'a'), (2,'b'). Expressions other than literals are left to the query language. */
final class ValuesReader extends TextRowReader {

  /** Expressions in data tend to be the same again; most of these are kept. */
  private static final int KNOWN = 1000;

  /** A number with a fraction, outside of quotes. */
  private static final Pattern FRACTION =
      Pattern.compile("^(?:[^']|'(?:[^'\\\\]|\\\\.)*')*?[0-9]\\.[0-9]", Pattern.DOTALL);

  private final TextInput row = new TextInput();
  private final Map<String, Column> known = new HashMap<>();

  private final @Nullable ConstantReader constants;

  ValuesReader(
      Schema columns,
      FormatSettings settings,
      InputStream data,
      @Nullable ConstantReader constants) {
    super(columns, TextStyle.QUOTED, settings, data);
    this.constants = constants;
  }

  @Override
  protected boolean row(RecordFeed in) throws IOException {
    skipBetween(in);
    if (in.peek(0) < 0) {
      return false;
    }
    if (in.peek(0) != '(') {
      throw refused(
          ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED, "Cannot parse input: expected '('");
    }
    in.take(length(in));
    row.over(in.data(), in.from() + 1, in.to() - 1);
    for (int i = 0; i < schema().size(); i++) {
      row.skipBlanks();
      value(i);
      row.skipBlanks();
      boolean last = i == schema().size() - 1;
      if (!(last ? row.atEnd() : row.skip(','))) {
        throw refused(
            ErrorCode.SYNTAX_ERROR,
            "Cannot parse expression of type " + schema().type(i).name() + " here: " + rest());
      }
    }
    return true;
  }

  private void value(int column) {
    boolean nullable = schema().type(column).isNullable();
    int from = row.position();
    boolean isNull = !nullable && row.skipWord("NULL");
    if ((isNull || row.skipWord("DEFAULT")) && ends()) {
      if (isNull && schema().type(column).base() instanceof EnumType) {
        omitUnsaid(column);
      } else {
        omit(column);
      }
      return;
    }
    row.moveTo(from);
    int end = ValuesLiteral.end(row);
    if (constants != null && !isLiteral(schema().type(column), end)) {
      expression(constants, column, end);
      return;
    }
    try {
      reader(column).read(row, builder(column));
    } catch (TwinhouseException refused) {
      row.moveTo(from);
      Lane lane = schema().type(column).lane();
      if (constants == null || lane == Lane.ARRAY || lane == Lane.TUPLE) {
        throw unreadable(column, refused);
      }
      expression(constants, column, end);
    }
  }

  /** Whether the text up to {@code end} is a value of the format, not one of the language alone. */
  private boolean isLiteral(Type type, int end) {
    return ValuesLiteral.is(row, end, type.base() instanceof IntegerType)
        && !holdsBool(type)
        && !(holdsMoment(type) && FRACTION.matcher(row.text(row.position(), end)).find());
  }

  /**
   * Whether a number may stand for a Bool inside the value: the language takes it, texts do not.
   */
  private static boolean holdsBool(Type type) {
    if (type instanceof ArrayType array) {
      return isOrHoldsBool(array.element());
    }
    if (type instanceof MapType map) {
      return isOrHoldsBool(map.key()) || isOrHoldsBool(map.value());
    }
    return type instanceof TupleType tuple
        && tuple.elements().stream().anyMatch(ValuesReader::isOrHoldsBool);
  }

  /** Whether arrays or tuples hold times: a number with a fraction is no text of theirs. */
  private static boolean holdsMoment(Type type) {
    if (type instanceof ArrayType array) {
      return isOrHoldsMoment(array.element());
    }
    return type instanceof TupleType tuple
        && tuple.elements().stream().anyMatch(ValuesReader::isOrHoldsMoment);
  }

  private static boolean isOrHoldsMoment(Type type) {
    Type base = type.base();
    return base instanceof DateTimeType || base instanceof DateTime64Type || holdsMoment(base);
  }

  private static boolean isOrHoldsBool(Type type) {
    return type.base() instanceof BoolType || holdsBool(type);
  }

  /** A number for a date and the like: no value of the format, but one of the language. */
  private void expression(ConstantReader constant, int column, int end) {
    String text = row.text(row.position(), end).strip();
    Type type = schema().type(column);
    Column value = known.get(type.name() + text);
    if (value == null) {
      if (type.carriesType()) {
        throw refused(
            ErrorCode.NOT_IMPLEMENTED,
            "The expression " + text + " for a " + type.name() + " is not supported; use SELECT");
      }
      value = constant.read(text, type);
      if (known.size() > KNOWN) {
        known.clear();
      }
      known.put(type.name() + text, value);
    }
    row.moveTo(end);
    builder(column).append(value, 0);
  }

  private TwinhouseException unreadable(int column, TwinhouseException refused) {
    return new TwinhouseException(
        ErrorCode.CANNOT_PARSE_TEXT,
        "Cannot parse value of type " + schema().type(column).name() + " here: " + rest(),
        refused);
  }

  private boolean ends() {
    return row.atEnd() || row.peek() == ',' || row.peek() <= ' ';
  }

  private String rest() {
    String rest = row.text(row.position(), Math.min(row.end(), row.position() + 60));
    return rest + ")";
  }

  private static TwinhouseException refused(ErrorCode code, String message) {
    return new TwinhouseException(code, message);
  }

  private static void skipBetween(RecordFeed in) throws IOException {
    while (true) {
      int next = in.peek(0);
      if (next != ',' && next != ';' && (next < 0 || next > ' ')) {
        return;
      }
      in.skip(1);
    }
  }

  /** Bytes up to and with the parenthesis that closes the one at hand. */
  private static int length(RecordFeed in) throws IOException {
    int depth = 0;
    for (int i = 0; ; i++) {
      int next = in.peek(i);
      switch (next) {
        case -1 ->
            throw refused(
                ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
                "Cannot parse input: expected ')' at end of stream");
        case '\'' -> i = stringEnd(in, i);
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> depth--;
        default -> {
          // part of a value
        }
      }
      if (depth == 0) {
        return i + 1;
      }
    }
  }

  private static int stringEnd(RecordFeed in, int quote) throws IOException {
    int i = quote + 1;
    while (in.peek(i) >= 0 && in.peek(i) != '\'') {
      i += in.peek(i) == '\\' ? 2 : 1;
    }
    return i;
  }
}
