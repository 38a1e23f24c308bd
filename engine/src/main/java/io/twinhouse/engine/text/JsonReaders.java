// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.VariantType;
import java.util.ArrayList;
import java.util.List;

/** Readers of the values of JSON documents. */
final class JsonReaders {

  private static final byte[] ZERO = {'0'};
  private static final byte[] ONE = {'1'};

  private final ReadOptions options;

  JsonReaders(ReadOptions options) {
    this.options = options;
  }

  CellReader of(Type type) {
    CellReader reader = value(type);
    return (in, out) -> {
      in.skipBlanks();
      if (in.peek() == 'n') {
        if (!in.skipWord("null")) {
          return in.fail(
              ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED, "Cannot parse input: expected 'null'");
        }
        out.appendLeftOut(type);
        return true;
      }
      return reader.read(in, out);
    };
  }

  private CellReader value(Type type) {
    Type base = type.base();
    if (base instanceof MapType map) {
      return ContainerReaders.map(of(map.key()), of(map.value()));
    }
    if (base instanceof ArrayType array) {
      return ContainerReaders.array(of(array.element()));
    }
    if (base instanceof TupleType tuple) {
      return tuple(tuple);
    }
    if (base instanceof VariantType variant) {
      return VariantReaders.json(variant, new JsonReaders(options.strictly())::of);
    }
    if (base instanceof DynamicType && options.received()) {
      return new DynamicCells.Received()::json;
    }
    if (base instanceof JsonType || base instanceof DynamicType) {
      return options.received() ? JsonReaders::received : JsonReaders::raw;
    }
    return scalar(base);
  }

  private CellReader scalar(Type base) {
    if (base instanceof BoolType) {
      return JsonReaders::bool;
    }
    CellReader bare = new PlainReaders(options).bare(base);
    TextInput inner = new TextInput();
    CellReader quoted = quoted(base, bare, inner);
    CellReader counted = TimeReader.Counts.reader(base);
    CellReader plain = counted == null ? bare : counted;
    boolean isText = base.lane() == Lane.BYTES;
    boolean isFixed = base instanceof FixedStringType;
    boolean isNumber = base instanceof IntegerType || base instanceof FloatType;
    return (in, out) -> {
      int first = in.peek();
      if (first == '"') {
        return quoted.read(in, out);
      }
      if (isFixed) {
        return in.fail(
            ErrorCode.CANNOT_PARSE_QUOTED_STRING,
            "Cannot parse JSON string: expected opening quote");
      }
      if (isText) {
        return raw(in, out);
      }
      if (isNumber && (first == 't' || first == 'f')) {
        return word(in, inner) && bare.read(inner, out);
      }
      return plain.read(in, out);
    };
  }

  /** A value in quotes. */
  private CellReader quoted(Type base, CellReader bare, TextInput inner) {
    TextOutput text = new TextOutput();
    boolean isDigits = base instanceof IntegerType || base instanceof DecimalType;
    boolean mayBeEmpty = options.received() && isDigits;
    return (in, out) -> {
      if (!JsonText.readString(in, inner, text, options.received())) {
        return false;
      }
      if (mayBeEmpty && inner.atEnd()) {
        out.appendDefault();
        return true;
      }
      if (!bare.read(inner, out)) {
        throw inner.failure("");
      }
      if (!inner.atEnd() && !ContainerReaders.expect(inner, '"')) {
        throw inner.failure("");
      }
      return true;
    };
  }

  /** Passes JSON's own two words, which are numbers, too; puts {@code number} over theirs. */
  private static boolean word(TextInput in, TextInput number) {
    boolean isTrue = in.peek() == 't';
    String word = isTrue ? "true" : "false";
    if (!in.isAhead(word)) {
      return in.fail(
          ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
          "Cannot parse input: expected '" + word + "'");
    }
    in.advance(word.length());
    number.over(isTrue ? ONE : ZERO, 0, 1);
    return true;
  }

  private static boolean noValue(TextInput in) {
    return in.fail(
        ErrorCode.INCORRECT_DATA,
        "Cannot parse JSON: '" + in.text(Math.min(in.position(), in.end()), in.end()) + "'");
  }

  /** JSON's own two words, and 0 and 1; a word in quotes is a text, not a Bool. */
  private static boolean bool(TextInput in, ColumnBuilder out) {
    boolean isTrue = in.peek() == '1' || in.isAhead("true");
    if (!isTrue && in.peek() != '0' && !in.isAhead("false")) {
      boolean begun = in.peek() == 't' || in.peek() == 'f' || in.peek() == 'n';
      return in.fail(
          begun ? ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED : ErrorCode.CANNOT_PARSE_BOOL,
          "Invalid boolean value, should be true/false or 1/0: '"
              + in.text(in.position(), in.end())
              + "'");
    }
    boolean digit = in.peek() == '0' || in.peek() == '1';
    in.moveTo(in.position() + (digit ? 1 : isTrue ? 4 : 5));
    out.appendLong(isTrue ? 1 : 0);
    return true;
  }

  private static boolean received(TextInput in, ColumnBuilder out) {
    int from = in.position();
    if (!raw(in, out)) {
      return false;
    }
    int to = in.position();
    if (!JsonMarks.in(in.data(), from, to)) {
      return true;
    }
    in.moveTo(from);
    return JsonMarks.refuse(in);
  }

  private static boolean raw(TextInput in, ColumnBuilder out) {
    int from = in.position();
    if (!JsonText.skipValue(in, 0)) {
      return in.fail(
          ErrorCode.INCORRECT_DATA, "Cannot parse JSON: '" + in.text(from, in.end()) + "'");
    }
    out.appendBytes(in.data(), from, in.position() - from);
    return true;
  }

  private CellReader tuple(TupleType type) {
    List<CellReader> elements = new ArrayList<>();
    type.elements().forEach(e -> elements.add(of(e)));
    TextOutput key = new TextOutput();
    boolean listed = type.names().isEmpty();
    boolean mayBeListed = !options.received();
    return (in, out) -> {
      if (listed || (mayBeListed && in.peek() != '{')) {
        return readList(in, elements, out);
      }
      if (!ContainerReaders.expect(in, '{')) {
        return false;
      }
      boolean[] seen = new boolean[elements.size()];
      boolean first = true;
      in.skipBlanks();
      while (!in.skip('}')) {
        if (!first && !ContainerReaders.expect(in, ',')) {
          return false;
        }
        first = false;
        in.skipBlanks();
        if (!key(in, key)) {
          return false;
        }
        int index = type.names().indexOf(key.toString());
        if (index >= 0 && seen[index]) {
          return in.fail(
              ErrorCode.INCORRECT_DATA, "JSON object contains duplicate key '" + key + "'");
        }
        boolean read =
            index < 0
                ? JsonText.skipValue(in, 0) || noValue(in)
                : elements.get(index).read(in, out.element(index));
        if (!read) {
          return false;
        }
        if (index >= 0) {
          seen[index] = true;
        }
        in.skipBlanks();
      }
      endObject(type, seen, out);
      return true;
    };
  }

  private static void endObject(TupleType type, boolean[] seen, ColumnBuilder out) {
    for (int i = 0; i < seen.length; i++) {
      if (!seen[i]) {
        out.element(i).appendLeftOut(type.elements().get(i));
      }
    }
    out.endRow();
  }

  /** Reads the key of an element and passes the colon behind it. */
  private static boolean key(TextInput in, TextOutput key) {
    if (in.peek() != '"' || !JsonText.readString(in, key)) {
      return in.fail(
          ErrorCode.CANNOT_PARSE_QUOTED_STRING,
          "Cannot parse quoted string: expected opening quote '\"'");
    }
    in.skipBlanks();
    if (!ContainerReaders.expect(in, ':')) {
      return false;
    }
    in.skipBlanks();
    return true;
  }

  private static boolean readList(TextInput in, List<CellReader> elements, ColumnBuilder out) {
    if (!ContainerReaders.expect(in, '[')) {
      return false;
    }
    for (int i = 0; i < elements.size(); i++) {
      in.skipBlanks();
      if (i > 0 && !ContainerReaders.expect(in, ',')) {
        return false;
      }
      if (!elements.get(i).read(in, out.element(i))) {
        return false;
      }
    }
    in.skipBlanks();
    if (!ContainerReaders.expect(in, ']')) {
      return false;
    }
    out.endRow();
    return true;
  }
}
