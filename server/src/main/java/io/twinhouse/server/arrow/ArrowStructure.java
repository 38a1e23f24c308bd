// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.arrow;

import io.twinhouse.engine.arrow.BlockDecoder;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.memory.MemoryContext;
import java.io.InputStream;

/** The columns of Arrow data that no one has declared. */
public final class ArrowStructure {

  private ArrowStructure() {}

  /**
   * The columns as the server tells them; reads no more than the schema at the beginning.
   *
   * @param file whether the data are in the file format, Arrow, or a stream, ArrowStream
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA, UNKNOWN_TYPE
   */
  public static Schema of(boolean file, InputStream data) {
    ArrowFormat format = new ArrowFormat(file ? "Arrow" : "ArrowStream", file);
    try (MessageInput in =
        new MessageInput(data, file, MemoryContext.root("schema", MemoryContext.UNLIMITED))) {
      return BlockDecoder.columnsOf(ArrowReader.schemaOf(format, in));
    }
  }
}
