// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.ExpressionCompiler;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.layout.RowFunction;
import io.twinhouse.storage.arrow.layout.TableLayout;
import java.util.List;

/** The ids of partitions that statements name by value. */
public final class PartitionIds {

  private PartitionIds() {}

  /**
   * The id of the partition with a value.
   *
   * @param value ClickHouse expression text without columns
   * @throws TwinhouseException INVALID_PARTITION_VALUE
   */
  public static String of(
      String value, TableLayout layout, ExpressionCompiler compiler, MemoryContext memory) {
    Expression key = layout.partitionKey();
    boolean nothing = value.equals("tuple()");
    if (key == null) {
      if (!nothing) {
        throw wrongNumber(1, 0);
      }
      return Partitions.ALL;
    }
    List<Type> types =
        key.type().base() instanceof TupleType tuple ? tuple.elements() : List.of(key.type());
    Schema none = new Schema(List.of());
    Type given = compiler.compile(value, none).type();
    int fields = given.base() instanceof TupleType tuple ? tuple.elements().size() : 1;
    if (fields != types.size()) {
      throw wrongNumber(fields, types.size());
    }
    boolean unwrap = given.base() instanceof TupleType && !(key.type().base() instanceof TupleType);
    String cast = Quoting.cast(unwrap ? "(" + value + ").1" : value, key.type());
    Expression bound = compiler.compile(cast, none);
    Column column = RowFunction.evaluate(bound, Batch.of(1, List.of()), memory).flatten();
    List<Column> columns = column instanceof TupleColumn tuple ? tuple.elements() : List.of(column);
    return Partitions.id(types, columns, 0);
  }

  private static TwinhouseException wrongNumber(int given, int wanted) {
    return new TwinhouseException(
        ErrorCode.INVALID_PARTITION_VALUE,
        "Wrong number of fields in the partition expression: " + given + ", must be: " + wanted);
  }
}
