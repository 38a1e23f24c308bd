// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import java.util.List;

/**
 * What a file says of its values.
 *
 * @param name of a record, an enum or a fixed; empty elsewhere
 * @param parts fields of a record, branches of a union, the one kind of elements of an array or map
 * @param names of the fields of a record, or the symbols of an enum
 * @param size bytes of a fixed
 * @param logical what the values stand for; empty where that is not told
 */
record AvroSchema(
    Kind kind,
    String name,
    List<AvroSchema> parts,
    List<String> names,
    int size,
    String logical,
    int precision,
    int scale) {

  /** The kinds of values that the format has. */
  enum Kind {
    NULL,
    BOOLEAN,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    BYTES,
    STRING,
    FIXED,
    ENUM,
    ARRAY,
    MAP,
    RECORD,
    UNION
  }

  static AvroSchema plain(Kind kind) {
    return new AvroSchema(kind, "", List.of(), List.of(), 0, "", 0, 0);
  }

  static AvroSchema of(Kind kind, List<AvroSchema> parts) {
    return new AvroSchema(kind, "", parts, List.of(), 0, "", 0, 0);
  }

  /** The kind of elements. */
  AvroSchema element() {
    return parts.get(0);
  }
}
