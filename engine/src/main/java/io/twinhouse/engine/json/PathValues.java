// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what JSON values in flight have at one path, without reading what is beside it. One thread.
 */
public final class PathValues {

  private static final byte[] NO_OBJECT = {'{', '}'};

  private final byte[] path;
  private final TextInput in = new TextInput();
  private final TextOutput text = new TextOutput();
  private final DynamicReader values = new DynamicReader();
  private boolean objects;
  private boolean any;

  /**
   * @param steps of the path
   */
  public PathValues(List<String> steps) {
    path = String.join(".", steps).getBytes(StandardCharsets.UTF_8);
  }

  /** Writes the value that one object has at the path as a Dynamic value; nothing for NULL. */
  public void writeDynamic(byte[] data, int from, int to, TextOutput out) {
    objects = false;
    if (find(data, from, to)) {
      values.read(in, out);
    }
  }

  private void readDeclared(
      byte[] data, int from, int to, DeclaredPath declared, ColumnBuilder out) {
    any = true;
    boolean found = find(data, from, to);
    if (!declared.read(found ? in : null, out)) {
      out.appendNull();
    }
  }

  /** The values that some objects have at the path, which their type declares. */
  public Column declared(Type type, BytesColumn objects) {
    DeclaredPath declared = DeclaredPath.of(new String(path, StandardCharsets.UTF_8), type);
    ColumnBuilder out = ColumnBuilder.of(type);
    for (int row = 0; row < objects.size(); row++) {
      readDeclared(
          objects.data(), objects.offsets()[row], objects.offsets()[row + 1], declared, out);
    }
    return out.build();
  }

  /** Writes the object that one object has at the path, an empty one where it has none. */
  public void writeObject(byte[] data, int from, int to, TextOutput out) {
    objects = true;
    if (find(data, from, to)) {
      int start = in.position();
      JsonText.skipValue(in, 0);
      out.put(data, start, in.position() - start);
    } else {
      out.put(NO_OBJECT, 0, NO_OBJECT.length);
    }
  }

  private boolean find(byte[] data, int from, int to) {
    in.over(data, from, to);
    in.skipBlanks();
    return in.peek() == '{' && findIn(0);
  }

  /** Looks in the object under the cursor for what is left of the path from {@code done} on. */
  private boolean findIn(int done) {
    in.advance(1);
    in.skipBlanks();
    if (in.skip('}')) {
      return false;
    }
    do {
      in.skipBlanks();
      int end = readKey(done);
      in.skipBlanks();
      in.skip(':');
      in.skipBlanks();
      boolean object = in.peek() == '{';
      if (end == path.length && (any || object == objects)) {
        return true;
      }
      if (end >= 0 && end < path.length && object) {
        if (findIn(end + 1)) {
          return true;
        }
      } else if (!JsonText.skipValue(in, 0)) {
        throw JsonFailure.malformed(in);
      }
      in.skipBlanks();
    } while (in.skip(','));
    in.skip('}');
    return false;
  }

  /** How far the path has come with the key under the cursor; negative if it goes elsewhere. */
  private int readKey(int done) {
    if (in.peek() != '"' || !JsonText.readString(in, text)) {
      throw JsonFailure.malformed(in);
    }
    int end = done + text.length();
    boolean leads =
        end <= path.length
            && Arrays.equals(path, done, end, text.data(), 0, text.length())
            && (end == path.length || path[end] == '.');
    return leads ? end : -1;
  }
}
