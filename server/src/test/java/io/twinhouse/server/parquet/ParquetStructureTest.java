// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.structure.SampledInput;
import io.twinhouse.engine.format.structure.Structure;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Parquet data of the server say of their columns. */
@RequiresClickHouse
final class ParquetStructureTest {

  private static final String SQL =
      "SELECT 1::UInt8 u8, 2::Nullable(Int64) ni, 'a' s, 'ab'::FixedString(3) fs,"
          + " toUUID('00112233-4455-6677-8899-aabbccddeeff') uu, '1.2.3.4'::IPv4 i4, '::1'::IPv6"
          + " i6, '2020-01-02'::Date d, '2020-01-02 03:04:05'::DateTime dt,"
          + " '2020-01-02 03:04:05.1'::DateTime64(1, 'UTC') d1, '2020-01-02'::DateTime64(9,"
          + " 'Asia/Tokyo') d9, [1, NULL] a, (1, 'x') t, (1, '2')::Tuple(a UInt8, b String) tn,"
          + " map('k', [1]) m, true b, 1.5::Float32 f, '1.25'::Decimal(9, 2) d92,"
          + " '1.5'::Decimal(76, 3) dd, 'x'::LowCardinality(Nullable(String)) lc, 1::UInt128 u128,"
          + " 'a'::Enum8('a' = 1) e";

  /** As the server describes the same data. */
  private static final String COLUMNS =
      "`u8` UInt8, `ni` Nullable(Int64), `s` String, `fs` FixedString(3), `uu` UUID, `i4` "
          + "UInt32, `i6` FixedString(16), `d` Date32, `dt` DateTime64(3, 'UTC'), `d1` "
          + "DateTime64(3, 'UTC'), `d9` DateTime64(9, 'UTC'), `a` Array(Nullable(UInt8)), `t` "
          + "Tuple(`1` UInt8, `2` String), `tn` Tuple(a UInt8, b String), `m` Map(String, "
          + "Array(UInt8)), `b` Bool, `f` Float32, `d92` Decimal(9, 2), `dd` Decimal(76, 3), `lc` "
          + "Nullable(String), `u128` FixedString(16), `e` String";

  private final byte[] data;

  ParquetStructureTest(ClickHouseHttp server) {
    data = server.bytes(SQL + " FORMAT Parquet");
  }

  @Test
  void columnsAreToldAsTheServerTellsThem() throws IOException {
    SampledInput input = new SampledInput(new ByteArrayInputStream(data));
    Structure told = Structure.of("Parquet", input, new FormatSettings(Map.of()));
    assertThat(told.columns()).isEqualTo(COLUMNS);
    assertThat(input.all().readAllBytes()).isEqualTo(data);
  }
}
