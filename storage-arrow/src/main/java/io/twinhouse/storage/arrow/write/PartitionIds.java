// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.ExpressionCompiler;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.layout.RowFunction;
import io.twinhouse.storage.arrow.layout.TableLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    for (int i = 0; i < types.size(); i++) {
      boolean single = !(given.base() instanceof TupleType);
      String field = single ? value : "tupleElement((" + value + "), " + (i + 1) + ")";
      requireFits(field, types.get(i), compiler, memory);
    }
    String cast = Quoting.cast(unwrap ? "(" + value + ").1" : value, key.type());
    Expression bound = compiler.compile(cast, none);
    Column column = RowFunction.evaluate(bound, Batch.of(1, List.of()), memory).flatten();
    List<Column> columns = column instanceof TupleColumn tuple ? tuple.elements() : List.of(column);
    return Partitions.id(types, columns, 0);
  }

  /** Refuses what the key's type cannot hold: a cast would name another partition. */
  private static void requireFits(
      String field, Type type, ExpressionCompiler compiler, MemoryContext memory) {
    Type given = compiler.compile(field, new Schema(List.of())).type();
    boolean nothing = given.isNullable() && isNull(field, compiler, memory);
    if (nothing && type.isNullable()) {
      return;
    }
    if (nothing) {
      throw new TwinhouseException(
          ErrorCode.TYPE_MISMATCH, "Cannot convert NULL to " + type.name() + ".");
    }
    boolean text = given.base() instanceof StringType;
    String holder = numbersOf(type);
    boolean number = given.base() instanceof IntegerType || given.base() instanceof FloatType;
    if (holder == null || !(text ? type.base() instanceof IntegerType : number)) {
      return;
    }
    if (isNull("accurateCastOrNull((" + field + "), '" + holder + "')", compiler, memory)) {
      throw text
          ? new TwinhouseException(
              ErrorCode.TYPE_MISMATCH,
              "Cannot convert string " + field + " to type " + type.base().name() + ".")
          : new TwinhouseException(
              ErrorCode.ARGUMENT_OUT_OF_BOUND,
              "Cannot convert value " + field + ": it cannot be represented as " + type.name());
    }
  }

  private static boolean isNull(String text, ExpressionCompiler compiler, MemoryContext memory) {
    Expression bound = compiler.compile("isNull(" + text + ")", new Schema(List.of()));
    Column column = RowFunction.evaluate(bound, Batch.of(1, List.of()), memory).flatten();
    return ((LongColumn) column).values()[0] != 0;
  }

  /** The integers that values of a type are kept as; null where a cast checks itself. */
  private static @Nullable String numbersOf(Type type) {
    Type base = type.base();
    if (base instanceof DateType) {
      return "UInt16";
    }
    if (base instanceof DateTimeType) {
      return "UInt32";
    }
    return base instanceof IntegerType ? base.name() : null;
  }

  private static TwinhouseException wrongNumber(int given, int wanted) {
    return new TwinhouseException(
        ErrorCode.INVALID_PARTITION_VALUE,
        "Wrong number of fields in the partition expression: " + given + ", must be: " + wanted);
  }
}
