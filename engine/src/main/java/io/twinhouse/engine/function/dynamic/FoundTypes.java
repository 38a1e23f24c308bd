// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.dynamic;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.json.PathTypes;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.type.JsonType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The paths that JSON values had, with the types of what was there; or the types alone. */
final class FoundTypes implements GroupObject<FoundTypes> {

  /** What is shown of what was found. */
  enum Form {
    PATHS,
    PATHS_AND_TYPES,
    /** Of Dynamic values, which have no path: they all count as one. */
    TYPES
  }

  /** Nodes and objects of an entry, beside its bytes. */
  private static final long ENTRY_BYTES = 160;

  private static final byte[] NO_PATH = {};

  private final Form form;
  private final @Nullable PathTypes paths;
  private final Reservation memory;
  private final Map<byte[], TreeSet<String>> found = new TreeMap<>(Arrays::compareUnsigned);

  /**
   * @param type of the values; null for Dynamic ones
   */
  FoundTypes(Form form, @Nullable JsonType type, Reservation memory) {
    this.form = form;
    this.memory = memory;
    paths = type == null ? null : new PathTypes(type, true);
  }

  @Override
  public void add(RowInput in, int row) {
    byte[] value = in.text(0, row);
    if (paths != null) {
      paths.forEach(value, 0, value.length, (path, type) -> add(path, JsonTypes.shown(type)));
    } else if (value.length > 0) {
      add(NO_PATH, JsonTypes.shown(DynamicText.type(value, 0)));
    }
  }

  private void add(byte[] path, String type) {
    TreeSet<String> types = types(path);
    if (form != Form.PATHS && !types.contains(type)) {
      memory.grow(ENTRY_BYTES + type.length());
      types.add(type);
    }
  }

  private TreeSet<String> types(byte[] path) {
    TreeSet<String> types = found.get(path);
    if (types == null) {
      memory.grow(ENTRY_BYTES + path.length);
      types = new TreeSet<>();
      found.put(path, types);
    }
    return types;
  }

  @Override
  public void merge(FoundTypes other) {
    other.found.forEach(
        (path, types) -> {
          types(path);
          types.forEach(type -> add(path, type));
        });
  }

  @Override
  public void result(ColumnBuilder out) {
    switch (form) {
      case PATHS -> found.keySet().forEach(path -> append(path, out.elements()));
      case TYPES -> found.values().forEach(types -> append(types, out.elements()));
      case PATHS_AND_TYPES ->
          found.forEach(
              (path, types) -> {
                ColumnBuilder entry = out.elements();
                append(path, entry.element(0));
                append(types, entry.element(1).elements());
                entry.element(1).endRow();
                entry.endRow();
              });
    }
    out.endRow();
  }

  private static void append(byte[] text, ColumnBuilder out) {
    out.appendBytes(text, 0, text.length);
  }

  private static void append(TreeSet<String> types, ColumnBuilder out) {
    types.forEach(type -> append(type.getBytes(StandardCharsets.UTF_8), out));
  }

  @Override
  public void write(BytesBuffer out) {
    if (form != Form.TYPES) {
      StateBytes.writeVarint(out, found.size());
    }
    found.forEach(
        (path, types) -> {
          if (form != Form.TYPES) {
            write(path, out);
          }
          if (form == Form.PATHS_AND_TYPES) {
            write(types, out);
          }
        });
    if (form == Form.TYPES) {
      write(found.getOrDefault(NO_PATH, new TreeSet<>()), out);
    }
  }

  private static void write(TreeSet<String> types, BytesBuffer out) {
    StateBytes.writeVarint(out, types.size());
    types.forEach(type -> write(type.getBytes(StandardCharsets.UTF_8), out));
  }

  private static void write(byte[] text, BytesBuffer out) {
    StateBytes.writeVarint(out, text.length);
    out.write(text, 0, text.length);
  }

  @Override
  public void read(StateReader in) {
    int size = form == Form.TYPES ? 1 : in.readCount(1);
    for (int i = 0; i < size; i++) {
      byte[] path = form == Form.TYPES ? NO_PATH : readText(in);
      int count = form == Form.PATHS ? 0 : in.readCount(1);
      if (form != Form.TYPES || count > 0) {
        types(path);
      }
      for (int t = 0; t < count; t++) {
        add(path, new String(readText(in), StandardCharsets.UTF_8));
      }
    }
  }

  private static byte[] readText(StateReader in) {
    int length = in.readCount(1);
    int from = in.skip(length);
    return Arrays.copyOfRange(in.data(), from, from + length);
  }
}
