// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.text.JsonMarks;
import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.type.JsonType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The paths that JSON values in flight have, and the types of what is there. One thread. */
public final class PathTypes implements PathSink {

  private final Map<byte[], String> types = new TreeMap<>(Arrays::compareUnsigned);
  private final ObjectReader reader;
  private final boolean all;

  /**
   * @param type of the values
   * @param all whether the paths to which it gives a type are among those passed
   */
  public PathTypes(JsonType type, boolean all) {
    reader = ObjectReader.apart(type, this);
    this.all = all;
  }

  /** Passes each path of an object and its value's type, in the order of the paths' bytes. */
  public void forEach(byte[] data, int from, int to, BiConsumer<byte[], String> consumer) {
    types.clear();
    reader.read(data, from, to);
    types.forEach(consumer);
  }

  private void add(PathNode path, String type) {
    types.put(path.path().getBytes(StandardCharsets.UTF_8), type);
  }

  @Override
  public void whole(PathNode path, JsonKind kind, long lane) {
    add(path, kind.type().name());
  }

  @Override
  public void real(PathNode path, double value) {
    add(path, JsonKind.FLOAT.type().name());
  }

  @Override
  public void text(PathNode path, byte[] data, int from, int length) {
    add(path, JsonKind.STRING.type().name());
  }

  @Override
  public void array(PathNode path, String type, byte[] text) {
    add(path, type);
  }

  @Override
  public void declared(DeclaredPath path, @Nullable TextInput in) {
    if (all) {
      add(path.node(), path.type().name());
    }
    if (in != null) {
      JsonText.skipValue(in, 0);
      JsonMarks.skip(in);
    }
  }
}
