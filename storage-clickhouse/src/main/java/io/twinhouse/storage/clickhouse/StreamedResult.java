// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.spi.RemoteResult;
import io.twinhouse.engine.spi.RemoteStatistics;
import io.twinhouse.storage.clickhouse.catalog.Catalog;
import io.twinhouse.storage.clickhouse.client.Answer;
import io.twinhouse.storage.clickhouse.client.ClickHouseGateway;
import io.twinhouse.storage.clickhouse.client.Repetition;
import io.twinhouse.storage.clickhouse.client.Request;
import io.twinhouse.storage.clickhouse.client.Summary;
import io.twinhouse.storage.clickhouse.wire.NativeReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A query's rows as they come off the line. */
final class StreamedResult implements RemoteResult {
  private final Answer answer;
  private final MemoryContext memory;
  private final NativeReader reader;
  private final Schema schema;
  private final boolean exactPeak;

  private StreamedResult(
      Answer answer, MemoryContext memory, NativeReader reader, Schema schema, boolean exactPeak) {
    this.answer = answer;
    this.memory = memory;
    this.reader = reader;
    this.schema = schema;
    this.exactPeak = exactPeak;
  }

  /** Runs a statement; the server has finished it when this returns. */
  static StreamedResult open(
      ClickHouseGateway gateway,
      Catalog catalog,
      Request request,
      MemoryContext houseMemory,
      boolean exactPeak) {
    Answer answer = gateway.query(request);
    MemoryContext memory =
        houseMemory.child(MemoryLevel.OPERATOR, "clickhouse result", MemoryContext.UNLIMITED);
    try {
      NativeReader reader =
          new NativeReader(
              answer.body(), memory, rowsSent(request, answer.summary()), NativeReader.REVISION);
      Schema sent = reader.schema();
      Schema schema = sent == null ? catalog.describe(request) : sent;
      return new StreamedResult(answer, memory, reader, schema, exactPeak);
    } catch (IOException broken) {
      closeBoth(answer, memory);
      throw answer.broken(broken);
    } catch (RuntimeException failed) {
      closeBoth(answer, memory);
      throw failed;
    }
  }

  /** Of an INSERT the server tells the rows that it wrote. */
  private static long rowsSent(Request request, Summary summary) {
    boolean writes = Repetition.of(request.sql()) == Repetition.UNSAFE;
    return writes && summary.writtenRows() > 0 ? 0 : summary.resultRows();
  }

  private static void closeBoth(Answer answer, MemoryContext memory) {
    memory.close();
    answer.close();
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public @Nullable Batch next() {
    try {
      return reader.next();
    } catch (IOException broken) {
      throw answer.broken(broken);
    }
  }

  @Override
  public @Nullable Batch totals() {
    return reader.totals();
  }

  @Override
  public RemoteStatistics statistics() {
    Summary summary = answer.summary();
    return new RemoteStatistics(
        summary.readRows(),
        summary.readBytes(),
        summary.writtenRows(),
        summary.resultRows(),
        summary.elapsedNanos(),
        summary.peakMemoryBytes(),
        exactPeak);
  }

  @Override
  public void close() {
    reader.close();
    closeBoth(answer, memory);
  }
}
