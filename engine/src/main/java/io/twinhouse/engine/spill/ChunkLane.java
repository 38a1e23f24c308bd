// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spill;

/** What a column in a chunk is; its ordinal is its byte there. */
enum ChunkLane {
  CONSTANT,
  LONG,
  DOUBLE,
  DICTIONARY,
  BYTES,
  WIDE,
  ARRAY,
  TUPLE;

  private static final ChunkLane[] ALL = values();

  static ChunkLane of(byte code) {
    return ALL[code];
  }
}
