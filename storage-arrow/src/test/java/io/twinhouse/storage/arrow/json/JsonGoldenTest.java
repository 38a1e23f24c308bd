// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.storage.arrow.TestHouse;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** JSON columns against the real server: the text they print and the paths they yield. */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class JsonGoldenTest {

  private static final List<String> SCALARS =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-5",
          "7",
          "9223372036854775807",
          "18446744073709551615",
          "-9223372036854775808",
          "1.5",
          "-0.0",
          "1e3",
          "1e-7",
          "123456789.123456789",
          "\"\"",
          "\"x\"",
          "\"a/b\\n\\\"\\u00e9\\u0001\"",
          "\"Gr\u00fc\u00dfe\"",
          "\"10.0.0.1\"",
          "\"42\"",
          "\"true\"",
          "\"2024\"",
          "\"12:34\"",
          "\"+1-202-555-0143\"",
          "\"123e4567-e89b-12d3-a456-426614174000\"");

  private static final List<String> DATES =
      List.of(
          "\"2024-01-02\"",
          "\"2024-1-5\"",
          "\"2024-01-02 03:04:05\"",
          "\"2024-01-02T03:04:05Z\"",
          "\"2024-02-29\"",
          "\"2024-01-02T03:04+02:00\"");

  private static final List<String> KEYS = List.of("a", "b", "c.d", "a b", "e", "\u00e9", "");

  @Test
  void printsEveryShapeAsTheServer(ClickHouseHttp server) {
    List<String> texts =
        List.of(
            "{\"b\":1,\"a\":{\"y\":\"x\",\"x\":null},\"e\":{},\"n\":null,\"arr\":[1,2,null]}",
            "{\"ar2\":[{\"k\":1},{\"k\":\"z\",\"l\":2}],\"e2\":[],\"mix\":[1,\"a\",null,2.5,true]}",
            "{\"nest\":[[1,2],[3]],\"n2\":[[1],[1.5]],\"n3\":[[\"x\"],[1]],\"n4\":[[1],null]}",
            "{\"f1\":[true,1],\"f2\":[true,1.5],\"f3\":[true,\"x\"],\"f4\":[-1,18446744073709551615]}",
            "{\"g1\":[9007199254740993,2.5],\"g2\":[1,18446744073709551615],\"g3\":[1e300,1]}",
            "{\"h1\":[{}],\"h2\":[{\"a\":null}],\"h3\":[{\"a\":1,\"a.b\":2}],\"h4\":[{\"a\":1},null,3]}",
            "{\"x\":5,\"bb\":\"two\",\"x.z\":7,\"x\\\"y\":{\"\":1,\"q\":{\"r\":[]}}}",
            "{\"dd\":[\"2024-01-02T03:04:05Z\",\"2024-01-02\"],\"de\":[\"2024-01-02\",\"x\"]}",
            "{\"t1\":[1,\"2024-01-02T00:00:00Z\"],\"t2\":[{\"d\":\"2024-01-02T03:04:05Z\"}]}",
            "{\"big\":[[[1]],[2]],\"deep\":{\"a\":{\"b\":{\"c\":{\"d\":[{\"e\":{\"f\":1}}]}}}}}",
            "{\"birth\":\"1965-03-04\",\"late\":\"2150-01-01\",\"zero\":\"0001-01-01T00:00:00Z\"}",
            "{}");
    compare(server, "shapes", texts, List.of());
  }

  @RepeatedTest(6)
  void randomObjectsComeBackAsFromTheServer(ClickHouseHttp server, RandomSource random) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      texts.add(object(random, 0, i < 150));
    }
    compare(server, "random_" + random.between(0, 1 << 30), texts, List.of("a", "e", "c.d"));
  }

  private static String object(RandomSource random, int depth, boolean dates) {
    StringBuilder text = new StringBuilder("{");
    int from = random.between(0, KEYS.size() - 1);
    int count = random.between(0, 4);
    for (int i = 0; i < count; i++) {
      String key = KEYS.get((from + i) % KEYS.size());
      String value =
          depth < 2 && random.oneIn(4) ? object(random, depth + 1, dates) : value(random, key);
      text.append(i == 0 ? "" : ",").append('"').append(key).append("\":").append(value);
    }
    return text.append('}').toString();
  }

  /** Dates go to one key alone: what else a path held decides what a string becomes. */
  private static String value(RandomSource random, String key) {
    if (key.equals("e")) {
      return random.oneIn(3) ? random.pick(SCALARS.subList(0, 10)) : random.pick(DATES);
    }
    if (key.equals("b") && random.oneIn(3)) {
      List<String> elements = SCALARS.stream().filter(s -> s.length() < 18).toList();
      return "[" + random.pick(elements) + "," + random.pick(elements) + "]";
    }
    return random.pick(SCALARS);
  }

  private static void compare(
      ClickHouseHttp server, String table, List<String> texts, List<String> paths) {
    server.query("CREATE TABLE " + table + " (id UInt32, d JSON) ENGINE = MergeTree ORDER BY id");
    StringBuilder insert =
        new StringBuilder("INSERT INTO " + table)
            .append(" SETTINGS input_format_parallel_parsing = 0 FORMAT JSONEachRow");
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      insert.append("\n{\"id\":").append(i).append(",\"d\":").append(texts.get(i)).append('}');
      byte[] bytes = texts.get(i).getBytes(StandardCharsets.UTF_8);
      rows.add(List.of((long) i, new String(bytes, StandardCharsets.ISO_8859_1)));
    }
    server.query(insert.toString());
    List<ColumnRead> reads = new ArrayList<>();
    reads.add(ColumnRead.of("id", TypeParser.parse("UInt32")));
    reads.add(ColumnRead.of("d", TypeParser.parse("JSON")));
    StringBuilder select = new StringBuilder("SELECT toString(id), toString(d)");
    for (String path : paths) {
      for (String type : List.of("Nullable(String)", "Nullable(Float64)", "Nullable(Int64)")) {
        if (type.equals("Nullable(String)") || path.equals("a")) {
          reads.add(new ColumnRead("d", List.of(path.split("\\.")), TypeParser.parse(type)));
          select.append(", CAST(d.").append(path).append(", '").append(type).append("')");
        }
      }
    }
    try (TestHouse house = TestHouse.open("arrow:memory:")) {
      TableDefinition definition =
          house.create("t", "MergeTree", List.of(), List.of("id"), null, "id UInt32", "d JSON");
      house.insert(definition, rows);
      List<List<String>> expected = new ArrayList<>(server.rows(select + " FROM " + table).rows());
      expected.sort((a, b) -> a.toString().compareTo(b.toString()));
      List<List<String>> actual = house.read(definition, reads, null, false);
      for (int i = 0; i < expected.size(); i++) {
        assertThat(actual.get(i)).isEqualTo(expected.get(i));
      }
      assertThat(actual).hasSameSizeAs(expected);
    }
  }
}
