// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.json.column.ShownValues;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes batches as Native blocks for an insert. LowCardinality, JSON and SimpleAggregateFunction
 * are declared as the plain types inside them, which the server converts to the table's own. For
 * one thread.
 */
public final class NativeWriter {
  private final WireWriter out;
  private final Schema schema;
  private final ShownValues shown;
  private final List<Type> types;
  private final List<Codec> codecs;

  /**
   * @throws io.twinhouse.engine.error.TwinhouseException NOT_IMPLEMENTED for a type that cannot be
   *     sent
   */
  public NativeWriter(OutputStream stream, Schema schema) {
    this.out = new WireWriter(stream);
    this.schema = schema;
    this.shown = new ShownValues(schema);
    this.types = schema.types().stream().map(NativeWriter::plain).toList();
    this.codecs = types.stream().map(Codec::of).toList();
  }

  /** Writes one block, unless the batch has no rows; all of it has reached the stream then. */
  public void write(Batch rows) throws IOException {
    Batch batch = shown.of(rows);
    if (batch.width() != schema.size()) {
      throw new IllegalArgumentException(
          batch.width() + " columns for a schema of " + schema.size());
    }
    if (batch.rows() == 0) {
      return;
    }
    out.writeSize(batch.width());
    out.writeSize(batch.rows());
    for (int i = 0; i < batch.width(); i++) {
      out.writeText(schema.field(i).name());
      out.writeText(types.get(i).name());
      codecs.get(i).write(out, batch.column(i).flatten());
    }
    out.flush();
  }

  private static Type plain(Type type) {
    if (type instanceof LowCardinalityType low) {
      return plain(low.inner());
    } else if (type instanceof AggregateFunctionType aggregate && aggregate.simple()) {
      return plain(aggregate.arguments().get(0));
    } else if (type instanceof NullableType nullable) {
      return plain(nullable.inner()).toNullable();
    } else if (type instanceof ArrayType array) {
      return new ArrayType(plain(array.element()));
    } else if (type instanceof MapType map) {
      return new MapType(plain(map.key()), plain(map.value()));
    } else if (type instanceof TupleType tuple) {
      return new TupleType(
          tuple.names(), tuple.elements().stream().map(NativeWriter::plain).toList());
    }
    return type instanceof JsonType ? StringType.INSTANCE : type;
  }
}
