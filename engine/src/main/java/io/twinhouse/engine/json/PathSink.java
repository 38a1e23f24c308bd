// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.text.TextInput;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values of an object as they are read, each with the type that ClickHouse infers. An
 * {@link ObjectReader} calls it once a value, in the order of the text; NULLs and objects are no
 * values.
 */
public interface PathSink {

  /** A value in the LONG lane of {@code kind}'s type: a truth value, whole number, date or time. */
  void whole(PathNode path, JsonKind kind, long lane);

  /** A Float64. */
  void real(PathNode path, double value);

  /** A string, whose bytes are valid during the call alone. */
  void text(PathNode path, byte[] data, int from, int length);

  /**
   * An array as it is printed, with its marks.
   *
   * @param type as ClickHouse writes it
   */
  void array(PathNode path, String type, byte[] text);

  /**
   * The value of a path that the type of the objects declares, under the cursor; the sink passes it
   * with {@link DeclaredPath#read}. Comes once an object.
   *
   * @param in null where the object lacks the path
   */
  void declared(DeclaredPath path, @Nullable TextInput in);
}
