// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Makes Arrow's layout of batches of one schema. Immutable. */
public final class BlockEncoder {

  private final org.apache.arrow.vector.types.pojo.Schema schema;
  private final List<VectorEncoder> encoders = new ArrayList<>();

  /**
   * @param zone of times whose type names none
   * @throws io.twinhouse.engine.error.TwinhouseException NOT_IMPLEMENTED for a type without a form
   *     in Arrow
   */
  public BlockEncoder(Schema columns, ArrowOptions options, ZoneId zone) {
    schema = new ArrowFields(options, zone).schema(columns);
    for (int i = 0; i < columns.size(); i++) {
      encoders.add(VectorEncoder.of(columns.type(i), schema.getFields().get(i)));
    }
  }

  /** The schema of the blocks. */
  public org.apache.arrow.vector.types.pojo.Schema schema() {
    return schema;
  }

  public ArrowBlock encode(Batch batch) {
    ArrowBlock block = new ArrowBlock(batch.rows());
    for (int i = 0; i < encoders.size(); i++) {
      encoders.get(i).encode(batch.column(i), 0, batch.rows(), block);
    }
    return block;
  }
}
