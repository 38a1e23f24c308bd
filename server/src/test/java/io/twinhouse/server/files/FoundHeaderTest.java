// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A first row that holds names of columns alone is no data, though the format promises none. */
@RequiresClickHouse
final class FoundHeaderTest {

  private static final List<String> DATA =
      List.of(
          "a,b\n1,2\n",
          "\"b\",\"a\"\n3,4\n",
          "a\n5\n",
          "a, b\n6,6\n",
          " a,b\n7,7\n",
          "a,zz\n8,8\n",
          "A,b\n9,9\n",
          ",a\n8,8\n",
          "a,b",
          "a,b\n",
          "a,b\r\n1,2\r\n",
          "a,a\n2,2\n",
          "a,b\nString,String\n1,2\n",
          "a,b\nUInt8,UInt8\n1,1\n",
          "a,b\nString,Nope\n",
          "b\nString\n3\n",
          "a,b\na,b\n",
          "x,y\n1,2\n");

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void namesInTheFirstRowAreNoData(ClickHouseHttp server) {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      ClickHouseHttp ours = ClickHouseHttp.at(endpoint.uri());
      for (String data : DATA) {
        String tabs = data.replace(',', '\t').replace("\"", "").replace("\r", "");
        compare(ours, server, "CSV", data);
        compare(ours, server, "TSV", tabs);
        compare(ours, server, "TSVRaw", tabs);
        compare(ours, server, "CSV SETTINGS input_format_csv_detect_header = 0", data);
      }
    }
  }

  private static void compare(
      ClickHouseHttp ours, ClickHouseHttp server, String format, String data) {
    assertThat(inserted(ours, format, data))
        .as(format + " " + data)
        .isEqualTo(inserted(server, format, data));
  }

  private static String inserted(ClickHouseHttp house, String format, String data) {
    String[] words = format.split(" ", 2);
    String settings = words.length > 1 ? words[1] + " " : "";
    house.query("CREATE OR REPLACE TABLE found_header (a String, b String) ENGINE = Memory");
    try {
      house.insert(
          "INSERT INTO found_header " + settings + "FORMAT " + words[0],
          data.getBytes(StandardCharsets.UTF_8));
      return house.query("SELECT * FROM found_header ORDER BY ALL");
    } catch (ClickHouseRefusal e) {
      return "error " + e.code();
    } finally {
      house.query("DROP TABLE found_header");
    }
  }
}
