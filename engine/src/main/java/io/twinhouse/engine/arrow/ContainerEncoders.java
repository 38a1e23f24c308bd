// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;
import java.nio.ByteBuffer;
import java.util.List;

/** Values made of values. */
final class ContainerEncoders {

  private ContainerEncoders() {}

  /** Array, and Map as a list of entries. */
  static final class OfList extends VectorEncoder {
    private final VectorEncoder element;

    OfList(VectorEncoder element) {
      this.element = element;
    }

    @Override
    void encode(Column column, int from, int to, ArrowBlock block) {
      ArrayColumn array = (ArrayColumn) column.flatten();
      int start = array.offsets()[from];
      ByteBuffer ends = block.allocate(4L * (to - from + 1));
      for (int row = from; row <= to; row++) {
        ends.putInt((row - from) * 4, array.offsets()[row] - start);
      }
      element.encode(array.elements(), start, array.offsets()[to], block);
    }
  }

  static final class OfStruct extends VectorEncoder {
    private final List<VectorEncoder> elements;

    OfStruct(List<VectorEncoder> elements) {
      this.elements = elements;
    }

    @Override
    void encode(Column column, int from, int to, ArrowBlock block) {
      TupleColumn tuple = (TupleColumn) column.flatten();
      for (int i = 0; i < elements.size(); i++) {
        elements.get(i).encode(tuple.elements().get(i), from, to, block);
      }
    }
  }

  /** A bare NULL has no buffers, not even a validity. */
  static final class OfNothing extends VectorEncoder {
    @Override
    void encode(Column column, int from, int to, ArrowBlock block) {
      block.add(new ArrowBlock.Node(to - from, to - from));
    }
  }
}
