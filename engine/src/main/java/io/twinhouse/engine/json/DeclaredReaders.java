// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Makes the readers of containers; {@link DeclaredScalars} those of all else. */
final class DeclaredReaders {

  private DeclaredReaders() {}

  /** The reader of a type; null is the type's NULL or default. */
  static DeclaredReader of(Type type) {
    DeclaredReader reader = ofBase(type.base());
    return (in, out) -> {
      in.skipBlanks();
      if (in.peek() == 'n') {
        JsonText.skipValue(in, 0);
        out.appendAbsent(type);
      } else {
        reader.read(in, out);
      }
    };
  }

  private static DeclaredReader ofBase(Type base) {
    if (base instanceof ArrayType array) {
      return array(array);
    }
    if (base instanceof TupleType tuple) {
      return tuple(tuple);
    }
    if (base instanceof MapType map) {
      return map(map);
    }
    return base instanceof JsonType json ? object(json) : new DeclaredScalars(base)::read;
  }

  private static DeclaredReader array(ArrayType type) {
    DeclaredReader element = of(type.element());
    return (in, out) -> {
      require('[', in, "Array");
      in.skipBlanks();
      if (!in.skip(']')) {
        do {
          element.read(in, out.elements());
          in.skipBlanks();
        } while (in.skip(','));
        in.skip(']');
      }
      out.endRow();
    };
  }

  private static void require(char bracket, TextInput in, String what) {
    if (!in.skip(bracket)) {
      throw refused(what, in);
    }
  }

  /** What no value of a type is made of. */
  static TwinhouseException refused(String type, TextInput in) {
    return new TwinhouseException(
        ErrorCode.INCORRECT_DATA,
        "cannot read " + type + " value from JSON element: " + in.text(in.position(), in.end()));
  }

  private static DeclaredReader map(MapType type) {
    DeclaredReader value = of(type.value());
    TextOutput key = new TextOutput();
    return (in, out) -> {
      require('{', in, "Map");
      ColumnBuilder entries = out.elements();
      in.skipBlanks();
      if (!in.skip('}')) {
        do {
          readKey(in, key);
          entries.element(0).appendBytes(key.data(), 0, key.length());
          value.read(in, entries.element(1));
          entries.endRow();
          in.skipBlanks();
        } while (in.skip(','));
        in.skip('}');
      }
      out.endRow();
    };
  }

  private static void readKey(TextInput in, TextOutput key) {
    in.skipBlanks();
    JsonText.readString(in, key);
    in.skipBlanks();
    in.skip(':');
    in.skipBlanks();
  }

  /** Of an object by name, of an array by position; at least one element must be there. */
  private static DeclaredReader tuple(TupleType type) {
    List<DeclaredReader> elements = type.elements().stream().map(DeclaredReaders::of).toList();
    TextOutput key = new TextOutput();
    return (in, out) -> {
      boolean[] seen = new boolean[elements.size()];
      boolean object = in.peek() == '{';
      boolean named = object && !type.names().isEmpty();
      if (!object) {
        require('[', in, "Tuple");
      } else {
        in.advance(1);
      }
      in.skipBlanks();
      int place = 0;
      if (!in.skip(object ? '}' : ']')) {
        do {
          if (object) {
            readKey(in, key);
          }
          int at = named ? type.names().indexOf(key.toString()) : place++;
          if (at < 0 || at >= seen.length || seen[at]) {
            JsonText.skipValue(in, 0);
          } else {
            seen[at] = true;
            elements.get(at).read(in, out.element(at));
          }
          in.skipBlanks();
        } while (in.skip(','));
        in.skip(object ? '}' : ']');
      }
      complete(type, seen, out);
    };
  }

  private static void complete(TupleType type, boolean[] seen, ColumnBuilder out) {
    boolean any = seen.length == 0;
    for (boolean one : seen) {
      any |= one;
    }
    if (!any) {
      throw new TwinhouseException(ErrorCode.INCORRECT_DATA, "");
    }
    for (int i = 0; i < seen.length; i++) {
      if (!seen[i]) {
        out.element(i).appendAbsent(type.elements().get(i));
      }
    }
    out.endRow();
  }

  private static DeclaredReader object(JsonType type) {
    ObjectPrinter printer = new ObjectPrinter(type);
    TextOutput text = new TextOutput();
    return (in, out) -> {
      int from = in.position();
      JsonText.skipValue(in, 0);
      text.reset();
      printer.write(in.data(), from, in.position(), text);
      out.appendBytes(text.data(), 0, text.length());
    };
  }
}
