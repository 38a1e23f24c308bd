// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random values of each type: what was read from the server and written back is the same there. */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class NativeRoundTripTest {
  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private final ClickHouseHttp http;
  private final MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);

  NativeRoundTripTest(ClickHouseHttp http) {
    this.http =
        http.with("output_format_native_write_json_as_string", 1)
            .with("allow_suspicious_low_cardinality_types", 1)
            .with("max_threads", 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Int8",
        "Int16",
        "Int32",
        "Int64",
        "Int128",
        "Int256",
        "UInt8",
        "UInt16",
        "UInt32",
        "UInt64",
        "UInt128",
        "UInt256",
        "Float32",
        "Float64",
        "Bool",
        "String",
        "FixedString(5)",
        "UUID",
        "IPv4",
        "IPv6",
        "Date",
        "Date32",
        "DateTime",
        "DateTime('Asia/Tokyo')",
        "DateTime64(3, 'UTC')",
        "DateTime64(9)",
        "Decimal(9, 3)",
        "Decimal(18, 0)",
        "Decimal(38, 30)",
        "Decimal(76, 20)",
        "Enum8('a' = -3, 'b\\'c' = 4)",
        "Enum16('x' = 0, 'y' = 1000)",
        "Nullable(String)",
        "Nullable(Int256)",
        "Nullable(FixedString(3))",
        "Nullable(Float32)",
        "Nullable(Enum8('a' = 1))",
        "Nullable(UUID)",
        "LowCardinality(String)",
        "LowCardinality(Nullable(String))",
        "LowCardinality(Nullable(FixedString(2)))",
        "LowCardinality(UInt32)",
        "LowCardinality(Nullable(DateTime))",
        "Array(String)",
        "Array(Nullable(UInt64))",
        "Array(Array(LowCardinality(String)))",
        "Array(LowCardinality(Nullable(String)))",
        "Array(Tuple(Int8, Nullable(String)))",
        "Tuple(UInt8, String)",
        "Tuple(a Array(Date), `b c` LowCardinality(String))",
        "Map(String, UInt64)",
        "Map(LowCardinality(String), Array(Nullable(Decimal(9, 2))))",
        "SimpleAggregateFunction(sum, Int64)",
        "SimpleAggregateFunction(any, Nullable(String))"
      })
  void randomValues(String type, RandomSource random) throws IOException {
    http.query("DROP TABLE IF EXISTS source");
    http.query("DROP TABLE IF EXISTS target");
    http.query("CREATE TABLE source (x " + type + ", `the y` UInt8) ENGINE = Memory");
    http.query("CREATE TABLE target AS source");
    // The server's generator does not know this wrapper, and the column takes plain values.
    String structure = type.replaceAll("SimpleAggregateFunction\\(\\w+, (.*)\\)$", "$1");
    http.query(
        "INSERT INTO source SELECT x, rand() FROM generateRandom("
            + Quoting.text("x " + structure)
            + ", "
            + random.between(1, 1 << 30)
            + ", 12, 4) LIMIT 9000");
    roundTrip();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CAST('{\"a\":' || toString(number) || ',\"b\":[\"x\",null]}', 'JSON')",
        "CAST('{}', 'JSON(max_dynamic_paths=2, a.b UInt32)')",
        "range(number % 5)",
        "if(number % 3 = 0, NULL, repeat('long ', 20000))"
      })
  void expressions(String expression) throws IOException {
    http.query("DROP TABLE IF EXISTS source");
    http.query("DROP TABLE IF EXISTS target");
    http.query(
        "CREATE TABLE source ENGINE = Memory AS SELECT "
            + expression
            + " AS x, number AS y FROM numbers(50)");
    http.query("CREATE TABLE target AS source");
    roundTrip();
  }

  private void roundTrip() throws IOException {
    leaks.watchZero("reserved bytes", memory::reservedBytes);
    byte[] stream = http.bytes("SELECT * FROM source FORMAT Native");
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (NativeReader reader =
        new NativeReader(new ByteArrayInputStream(stream), memory, NativeReader.UNKNOWN_ROWS)) {
      NativeWriter writer = new NativeWriter(written, Objects.requireNonNull(reader.schema()));
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        writer.write(batch);
      }
    }
    http.insert("INSERT INTO target FORMAT Native", written.toByteArray());
    assertThat(http.rows("SELECT * FROM target")).isEqualTo(http.rows("SELECT * FROM source"));
  }
}
