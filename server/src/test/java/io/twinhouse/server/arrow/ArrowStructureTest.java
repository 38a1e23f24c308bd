// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Arrow data of the server say of their columns, and its dictionaries. */
@RequiresClickHouse
final class ArrowStructureTest {

  private static final String SQL =
      "SELECT 1::UInt8 u8, 2::Nullable(Int64) ni, 'a' s, 'ab'::FixedString(3) fs,"
          + " toUUID('00112233-4455-6677-8899-aabbccddeeff') uu, '1.2.3.4'::IPv4 i4, '::1'::IPv6"
          + " i6, '2020-01-02'::Date d, '2020-01-02 03:04:05'::DateTime dt,"
          + " '2020-01-02 03:04:05.1'::DateTime64(1, 'UTC') d1, '2020-01-02'::DateTime64(9,"
          + " 'Asia/Tokyo') d9, [1, NULL] a, (1, 'x') t, (1, '2')::Tuple(a UInt8, b String) tn,"
          + " map('k', [1]) m, true b, 1.5::Float32 f, '1.25'::Decimal(9, 2) d92,"
          + " '1.5'::Decimal(76, 3) dd, 'x'::LowCardinality(Nullable(String)) lc, INTERVAL 3"
          + " SECOND iv, INTERVAL 1 DAY id, 1::UInt128 u128, 'a'::Enum8('a' = 1) e";

  /** As the server describes the same data. */
  private static final String COLUMNS =
      "u8 UInt8, ni Nullable(Int64), s String, fs FixedString(3), uu UUID, i4 UInt32, i6"
          + " FixedString(16), d Date32, dt UInt32, d1 DateTime64(3, 'UTC'), d9 DateTime64(9,"
          + " 'Asia/Tokyo'), a Array(Nullable(UInt8)), t Tuple(`1` UInt8, `2` String), tn Tuple(a"
          + " UInt8, b String), m Map(String, Array(UInt8)), b Bool, f Float32, d92 Decimal(9, 2),"
          + " dd Decimal(76, 3), lc LowCardinality(Nullable(String)), iv IntervalSecond, id Int64,"
          + " u128 FixedString(16), e Int8";

  private final ClickHouseHttp dictionaries;

  ArrowStructureTest(ClickHouseHttp server) {
    dictionaries = server.with("output_format_arrow_low_cardinality_as_dictionary", 1);
  }

  @Test
  void columnsAreToldAsTheServerTellsThem() {
    for (String format : List.of("Arrow", "ArrowStream")) {
      byte[] data = dictionaries.bytes(SQL + " FORMAT " + format);
      Schema schema = ArrowStructure.of(format.equals("Arrow"), new ByteArrayInputStream(data));
      List<String> columns = new ArrayList<>();
      for (int i = 0; i < schema.size(); i++) {
        columns.add(schema.field(i).name() + " " + schema.type(i).name());
      }
      assertThat(String.join(", ", columns)).as(format).isEqualTo(COLUMNS);
    }
  }

  @Test
  void dictionariesAreRead() {
    String rows =
        "SELECT number AS n, toString(number % 7)::LowCardinality(String) AS s,"
            + " if(number % 5 = 0, NULL, toString(number % 3))::LowCardinality(Nullable(String)) AS"
            + " o, [s, 'x'::LowCardinality(String)] AS a FROM numbers(20000)";
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      engine.execute(
          "CREATE TABLE read (n UInt64, s LowCardinality(String), o Nullable(String), a"
              + " Array(LowCardinality(String))) ENGINE = MergeTree ORDER BY n");
      for (String format : List.of("Arrow", "ArrowStream")) {
        byte[] data = dictionaries.bytes(rows + " FORMAT " + format);
        engine.execute("TRUNCATE TABLE read");
        try (QueryResult insert =
            engine.query(
                QueryRequest.of("INSERT INTO read FORMAT " + format)
                    .withData(new ByteArrayInputStream(data)))) {
          assertThat(insert.next()).isNull();
        }
        try (QueryResult here = engine.query("SELECT * FROM read ORDER BY n");
            QueryResult same = engine.query(rows + " ORDER BY n")) {
          assertThat(here.rows()).as(format).isEqualTo(same.rows());
        }
      }
    }
  }
}
