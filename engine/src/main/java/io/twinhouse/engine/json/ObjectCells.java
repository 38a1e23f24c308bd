// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one object in flight has at each of its paths, with the types of the values. One thread. */
public final class ObjectCells {

  /** A reader keeps a node for each path it has met; after so many objects it begins anew. */
  private static final int OBJECTS_A_READER = 8192;

  private final JsonType type;
  private final JsonPrinter printer = new JsonPrinter();
  private final TextOutput value = new TextOutput();
  private final SortedMap<byte[], byte[]> dynamic = new TreeMap<>(Arrays::compareUnsigned);
  private final SortedMap<String, Column> declared = new TreeMap<>();
  private ObjectReader reader;
  private int read;

  /** For objects of a type. */
  public ObjectCells(JsonType type) {
    this.type = type;
    reader = ObjectReader.apart(type, new Collector());
  }

  /**
   * Takes an object apart; what the one before had is gone.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA for malformed text
   */
  public void read(byte[] data, int from, int to) {
    dynamic.clear();
    declared.clear();
    if (read++ == OBJECTS_A_READER) {
      read = 1;
      reader = ObjectReader.apart(type, new Collector());
    }
    reader.read(data, from, to);
  }

  /** Dynamic values by the bytes of their paths, in order; NULLs are left out. */
  public SortedMap<byte[], byte[]> dynamic() {
    return dynamic;
  }

  /** The values of the paths that the type declares, each a row of the declared type. */
  public SortedMap<String, Column> declared() {
    return declared;
  }

  /** Writes down the values of the object being read. */
  private final class Collector implements PathSink {

    private void begin(String type) {
      value.reset();
      DynamicText.begin(type, value);
    }

    private void end(PathNode path) {
      dynamic.put(path.path().getBytes(StandardCharsets.UTF_8), value.toBytes());
    }

    @Override
    public void whole(PathNode path, JsonKind kind, long lane) {
      begin(kind.type().name());
      printer.plain(kind, lane, value);
      end(path);
    }

    @Override
    public void real(PathNode path, double real) {
      begin(JsonKind.FLOAT.type().name());
      printer.plain(real, value);
      end(path);
    }

    @Override
    public void text(PathNode path, byte[] data, int from, int length) {
      begin(JsonKind.STRING.type().name());
      value.put(data, from, length);
      end(path);
    }

    @Override
    public void array(PathNode path, String arrayType, byte[] text) {
      begin(arrayType);
      value.put(text, 0, text.length);
      end(path);
    }

    @Override
    public void declared(DeclaredPath path, @Nullable TextInput in) {
      Type own = path.type();
      ColumnBuilder one = ColumnBuilder.of(own);
      if (!path.read(in, one)) {
        one.appendNull();
      }
      declared.put(path.node().path(), one.build());
    }
  }
}
