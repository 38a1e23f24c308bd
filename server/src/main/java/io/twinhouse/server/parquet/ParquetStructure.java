// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.memory.MemoryContext;
import java.io.InputStream;

/** The columns of Parquet data that no one has declared. */
final class ParquetStructure {

  private ParquetStructure() {}

  /**
   * The columns as the server tells them; reads all data, since they stand at the end.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA, UNKNOWN_TYPE
   */
  static Schema of(InputStream data) {
    try (MemoryContext memory = MemoryContext.root("schema", MemoryContext.UNLIMITED);
        ParquetFile file = ParquetFile.read(data, memory)) {
      AssemblerFactory factory = new AssemblerFactory(false);
      return new Schema(
          ParquetNode.tree(file.schema()).stream()
              .map(node -> new Field(node.name(), factory.of(node, null).type()))
              .toList());
    }
  }
}
