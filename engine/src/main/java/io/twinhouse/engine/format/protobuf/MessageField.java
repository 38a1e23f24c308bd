// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.protobuf;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of a message. Immutable.
 *
 * @param repeated whether there may be several values
 * @param packed whether several values of a number stand under one tag
 * @param explicit whether a value that is the default of its type is written, too
 * @param required whether a message must have a value
 * @param preset whether the schema names a value for messages that have none
 * @param message of the values, for MESSAGE alone
 * @param numbers of the names in the schema's order, for ENUM alone
 * @param map whether the message is an entry of a map
 */
record MessageField(
    String name,
    int number,
    FieldKind kind,
    boolean repeated,
    boolean packed,
    boolean explicit,
    boolean required,
    boolean preset,
    @Nullable MessageType message,
    Map<String, Integer> numbers,
    boolean map) {

  /** The tag before a value. */
  int tag() {
    return number << 3 | kind.wire();
  }

  /** The tag before several values. */
  int packedTag() {
    return number << 3 | 2;
  }
}
