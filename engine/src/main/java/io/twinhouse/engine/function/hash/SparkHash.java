// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import net.openhft.hashing.LongHashFunction;

/** xxHash64Spark: XXH64 with the seed of Apache Spark, which is also what NULL hashes to. */
final class SparkHash {

  private static final long SEED = 42;
  private static final LongHashFunction HASH = LongHashFunction.xx(SEED);

  private SparkHash() {}

  static BoundFunction bind(CallSite call) {
    Type type = call.arity(1).base(0);
    if (type instanceof NothingType) {
      return Bound.constant(IntegerType.INT64, LongColumn.of(SEED));
    }
    if (!(type instanceof StringType)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type "
              + type.name()
              + " of argument of function xxHash64Spark. Must be String or NULL");
    }
    return Bound.total(
        IntegerType.INT64,
        RowKernels.longs(
            invocation -> {
              Column given = invocation.flat(0);
              BytesLane texts = BytesLane.of(given);
              return row ->
                  given.isNull(row)
                      ? SEED
                      : HASH.hashBytes(texts.data(), texts.start(row), texts.length(row));
            }));
  }
}
