// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/** Readers of the values of JSON documents. */
final class JsonReaders {

  private final ReadOptions options;

  JsonReaders(ReadOptions options) {
    this.options = options;
  }

  CellReader of(Type type) {
    CellReader reader = value(type);
    return (in, out) -> {
      in.skipBlanks();
      if (in.peek() == 'n' && in.skipWord("null")) {
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
    if (base instanceof JsonType || base instanceof DynamicType) {
      return JsonReaders::raw;
    }
    return scalar(base);
  }

  private CellReader scalar(Type base) {
    if (base instanceof BoolType) {
      return JsonReaders::bool;
    }
    CellReader bare = new PlainReaders(options).bare(base);
    TextOutput text = new TextOutput();
    TextInput inner = new TextInput();
    boolean isText = base.lane() == Lane.BYTES;
    boolean isInteger = base instanceof IntegerType;
    return (in, out) -> {
      if (in.peek() == '"') {
        if (!JsonText.readString(in, inner, text)) {
          return false;
        }
        if (!bare.read(inner, out)) {
          throw inner.failure("");
        }
        return true;
      }
      if (isText) {
        return raw(in, out);
      }
      if (isInteger && (in.peek() == 't' || in.peek() == 'f')) {
        return PlainReaders.readBool(in, out);
      }
      return bare.read(in, out);
    };
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
    return (in, out) -> {
      if (in.peek() != '{') {
        return readList(in, elements, out);
      }
      in.advance(1);
      boolean[] seen = new boolean[elements.size()];
      in.skipBlanks();
      while (!in.skip('}')) {
        in.skip(',');
        in.skipBlanks();
        if (in.peek() != '"' || !JsonText.readString(in, key)) {
          return ContainerReaders.expect(in, '"');
        }
        in.skipBlanks();
        if (!ContainerReaders.expect(in, ':')) {
          return false;
        }
        in.skipBlanks();
        int index = type.names().indexOf(key.toString());
        boolean read =
            index < 0
                ? JsonText.skipValue(in, 0)
                : elements.get(index).read(in, out.element(index));
        if (!read) {
          return false;
        }
        if (index >= 0) {
          seen[index] = true;
        }
        in.skipBlanks();
      }
      for (int i = 0; i < seen.length; i++) {
        if (!seen[i]) {
          out.element(i).appendLeftOut(type.elements().get(i));
        }
      }
      out.endRow();
      return true;
    };
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
