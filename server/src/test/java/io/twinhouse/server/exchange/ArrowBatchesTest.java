// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exchange.ArrowAppender;
import io.twinhouse.engine.exchange.ArrowBatches;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers as Arrow vectors and vectors as rows, in both houses; closing allocators finds leaks. */
@RequiresClickHouse
final class ArrowBatchesTest {

  private static final String ROWS =
      "SELECT toUInt32(number) AS id, number * 3 AS big, toInt128(number) - 7 AS huge,"
          + " toDecimal64(number, 4) / 8 AS price, number / 3 AS ratio, number % 2 = 0 AS even,"
          + " concat('Grüße ', toString(number)) AS name, if(number % 3 = 0, NULL, 'x') AS note,"
          + " toLowCardinality(toString(number % 5)) AS kind, toDate('2026-01-01') + number AS day,"
          + " toDateTime64('2026-07-01 12:34:56.123456', 6, 'Asia/Tokyo') + number AS seen,"
          + " toDateTime('2026-07-01 08:30:15', 'Europe/Berlin') AS local,"
          + " toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0') AS key, toIPv4('10.0.0.1') AS host,"
          + " [name, 'b'] AS tags, map('k', toUInt8(number % 200)) AS counts,"
          + " '{\"a\": [1, 2], \"b\": {\"c\": \"x\"}}'::JSON AS doc,"
          + " CAST((number, name), 'Tuple(n UInt64, s String)') AS pair FROM numbers(";

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void batchesGoOutAndInInTheEmbeddedHouse() throws IOException {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      roundTrip(engine, 20_000);
    }
  }

  @Test
  void batchesGoOutAndInOnClickHouse(RealClickHouse server) throws IOException {
    try (Twinhouse engine = Twinhouse.open("clickhouse:" + server.url())) {
      engine.execute("DROP TABLE IF EXISTS sent");
      engine.execute("DROP TABLE IF EXISTS received");
      roundTrip(engine, 500);
      engine.execute("DROP TABLE sent");
      engine.execute("DROP TABLE received");
    }
  }

  private static void roundTrip(Twinhouse engine, int count) throws IOException {
    engine.execute("CREATE TABLE sent ENGINE = MergeTree ORDER BY id AS " + ROWS + count + ")");
    engine.execute("CREATE TABLE received AS sent");
    try (BufferAllocator allocator = new RootAllocator();
        ArrowBatches batches =
            ArrowBatches.of(engine.query("SELECT * FROM sent ORDER BY id"), allocator);
        ArrowAppender rows = ArrowAppender.to(engine, "default.received")) {
      assertThat(rows.appendAll(batches)).isEqualTo(count);
      assertThat(batches.bytesRead()).isPositive();
    }
    try (var sent = engine.query("SELECT * FROM sent ORDER BY id");
        var received = engine.query("SELECT * FROM received ORDER BY id")) {
      assertThat(received.rows()).isEqualTo(sent.rows());
    }
  }

  @Test
  void anArrowStreamOfOthersIsAppended() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        BufferAllocator allocator = new RootAllocator()) {
      try (ArrowBatches answer =
              ArrowBatches.of(engine.query("SELECT number AS n FROM numbers(10000)"), allocator);
          ArrowStreamWriter writer =
              new ArrowStreamWriter(answer.getVectorSchemaRoot(), null, stream)) {
        while (answer.loadNextBatch()) {
          writer.writeBatch();
        }
      }
      engine.execute("CREATE TABLE numbered (n Int64, twice Int64 DEFAULT n * 2) ENGINE = Memory");
      try (ArrowStreamReader reader =
              new ArrowStreamReader(new ByteArrayInputStream(stream.toByteArray()), allocator);
          ArrowAppender rows = ArrowAppender.to(engine, "numbered")) {
        assertThat(rows.appendAll(reader)).isEqualTo(10_000);
      }
      try (ArrowBatches sums =
          ArrowBatches.of(
              engine.query("SELECT count() AS c, sum(twice) AS s FROM numbered"), allocator)) {
        assertThat(sums.loadNextBatch()).isTrue();
        VectorSchemaRoot root = sums.getVectorSchemaRoot();
        assertThat(((UInt8Vector) root.getVector("c")).get(0)).isEqualTo(10_000);
        assertThat(((BigIntVector) root.getVector("s")).get(0)).isEqualTo(99_990_000);
        assertThat(sums.loadNextBatch()).isFalse();
      }
    }
  }

  @Test
  void whatDoesNotFitIsRefusedAndLeavesNothing() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        BufferAllocator allocator = new RootAllocator()) {
      engine.execute("CREATE TABLE narrow (n UInt8) ENGINE = Memory");
      for (String sql :
          List.of("SELECT 1 AS other", "SELECT NULL::Nullable(UInt8) AS n", "SELECT 'x' AS n")) {
        assertThatThrownBy(
                () -> {
                  try (ArrowBatches batches = ArrowBatches.of(engine.query(sql), allocator);
                      ArrowAppender rows = ArrowAppender.to(engine, "narrow")) {
                    rows.appendAll(batches);
                  }
                })
            .as(sql)
            .isInstanceOf(TwinhouseException.class);
      }
      try (BufferAllocator small = allocator.newChildAllocator("small", 0, 1024);
          ArrowBatches batches =
              ArrowBatches.of(engine.query("SELECT number FROM numbers(4000)"), small)) {
        assertThatThrownBy(batches::loadNextBatch)
            .isInstanceOf(org.apache.arrow.memory.OutOfMemoryException.class);
      } catch (IOException impossible) {
        throw new java.io.UncheckedIOException(impossible);
      }
      assertThat(allocator.getAllocatedMemory()).isZero();
      assertThat(engine.memory().reservedBytes()).isZero();
    }
  }
}
