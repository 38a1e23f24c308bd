// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.storage.clickhouse.client.ClickHouseGateway;
import io.twinhouse.storage.clickhouse.client.Repetition;
import io.twinhouse.storage.clickhouse.client.Request;
import io.twinhouse.storage.clickhouse.wire.NativeWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An insert that reaches the server at its commit, encoded as it goes and reserved until then. The
 * server is told to make one block of all rows, which it writes as one part for each partition, so
 * readers see none or, but for a moment between partitions, all of them. When the line breaks, the
 * rows are sent again only if the server would recognise them; see {@link Deduplication}.
 */
final class BufferedInsert implements BatchSink {
  private static final Map<String, String> AS_ONE_BLOCK =
      Map.of(
          "min_insert_block_size_rows", Long.toString(Integer.MAX_VALUE),
          "min_insert_block_size_bytes", "0",
          "async_insert", "0");

  private final String table;
  private final List<String> columns;
  private final Map<String, String> settings;
  private final Repetition repetition;
  private final ClickHouseGateway gateway;
  private final MemoryContext memory;
  private final ChunkedBytes bytes;
  private final NativeWriter writer;
  private long rows;
  private boolean ended;

  private BufferedInsert(
      TableDefinition table,
      Schema schema,
      Map<String, String> asked,
      ClickHouseGateway gateway,
      MemoryContext memory) {
    this.table = table.name().quoted();
    this.settings = new HashMap<>(AS_ONE_BLOCK);
    this.settings.putAll(asked);
    this.repetition = Deduplication.of(table, settings);
    this.columns = schema.names().stream().map(Quoting::name).toList();
    this.gateway = gateway;
    this.memory = memory;
    this.bytes = new ChunkedBytes(memory);
    this.writer = new NativeWriter(bytes, schema);
  }

  static BufferedInsert into(
      TableDefinition table,
      List<String> columns,
      Map<String, String> settings,
      ClickHouseGateway gateway,
      MemoryContext houseMemory) {
    Schema declared = table.schema();
    List<Field> fields =
        columns.stream()
            .map(
                column -> {
                  int index = declared.indexOf(column);
                  if (index < 0) {
                    throw new TwinhouseException(
                        ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
                        "No such column " + column + " in table " + table.name());
                  }
                  return declared.field(index);
                })
            .toList();
    MemoryContext memory =
        houseMemory.child(MemoryLevel.OPERATOR, "clickhouse insert", MemoryContext.UNLIMITED);
    return new BufferedInsert(table, new Schema(fields), settings, gateway, memory);
  }

  @Override
  public void add(Batch batch) {
    checkOpen();
    try {
      writer.write(batch);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a buffer in memory failed", impossible);
    }
    rows += batch.rows();
  }

  @Override
  public long commit() {
    checkOpen();
    if (rows > 0) {
      gateway.insert(
          table, columns, Request.of("").withSettings(settings), repetition, this::copyTo);
    }
    close();
    return rows;
  }

  private void copyTo(OutputStream out) throws IOException {
    bytes.writeTo(out);
  }

  private void checkOpen() {
    if (ended) {
      throw new IllegalStateException("this insert has ended");
    }
  }

  @Override
  public void close() {
    ended = true;
    bytes.drop();
    memory.close();
  }
}
