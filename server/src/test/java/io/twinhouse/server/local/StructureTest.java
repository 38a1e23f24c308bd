// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.structure.SampledInput;
import io.twinhouse.engine.format.structure.Structure;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What data say of their columns is what the server makes of them, or a refusal. */
@RequiresClickHouse
final class StructureTest {

  private static final List<String> VALUES =
      List.of(
          "1",
          "0",
          "-5",
          "007",
          "+1",
          "1.5",
          "-0.25",
          "1.",
          ".5",
          "1e5",
          "9223372036854775807",
          "9223372036854775808",
          "true",
          "false",
          "TRUE",
          "t",
          "T10",
          "nan",
          "inf",
          "null",
          "NULL",
          "\\N",
          "",
          "a",
          "Grüße",
          "hello world",
          "user_1",
          "Jan",
          "Jan 1 2020",
          "x 12:30",
          "UTC+2",
          "a.b@c.de",
          "https://x1.y/z",
          "2020-01-01",
          "2020-13-01",
          "2020-02-30",
          "1900-01-01",
          "2026-07-01 12:34:56",
          "2026-07-01 12:34:56.5",
          "2026-07-01T12:34:56",
          "2026-07-01 12:34",
          "2106-02-08 00:00:00",
          "1970-01-01",
          "10:00:00",
          "12 Main St",
          "[1]",
          "(1)",
          "{",
          "-",
          "0.5",
          "-007",
          "NaN",
          "18446744073709551616",
          "2020-1-2",
          "2020/01/02",
          "31/12/2020",
          "2149-06-06",
          "2299-01-01",
          "2026-07-01 12:34:56Z",
          "2026-07-01T12:34:56.5+02:00",
          "[]",
          "[1,2.5]",
          "[1,'a']",
          "['a',NULL]",
          "[[1],[]]",
          "['2020-01-02','x']",
          "[1",
          "(1,'a')",
          "[(1,'a'),(2,'b')]",
          "{}",
          "{'a':1,'b':2.5}",
          "{1:'a'}",
          "{'a':{'b':1}}",
          "'abc'",
          ".",
          "1_000");

  private final ClickHouseHttp server;
  private int told;

  StructureTest(ClickHouseHttp server) {
    this.server = server;
  }

  @Test
  void singleValues() throws IOException {
    for (String value : VALUES) {
      compare("TSV", value + "\tzz\n");
      compare("CSV", value + ",zz\n");
      compare("CSV", "\"" + value + "\",zz\n");
      compare("JSONEachRow", "{\"a\":\"" + value.replace("\\", "\\\\") + "\"}\n");
    }
    assertThat(told).as("not refused").isGreaterThan(VALUES.size());
  }

  @Test
  void columnsOfTwoKinds() throws IOException {
    List<String> kinds =
        List.of("1", "1.5", "true", "abc", "2020-01-01", "2020-01-01 10:00:00", "\\N", "");
    for (String first : kinds) {
      for (String second : kinds) {
        compare("TSV", first + "\tzz\n" + second + "\tyy\n");
        compare("CSVWithNames", "a,b\n" + first + ",zz\n" + second + ",yy\n");
      }
    }
    List<String> json = List.of("1", "1.5", "true", "\"abc\"", "\"2020-01-01\"", "null");
    for (String first : json) {
      for (String second : json) {
        compare("JSONEachRow", "{\"a\":" + first + "}\n{\"a\":" + second + ",\"b\":1}\n");
      }
    }
    assertThat(told).isGreaterThan(60);
  }

  @Test
  void namesInTheFirstRow() throws IOException {
    compare("CSV", "a,b\n1,x\n2,y\n");
    compare("CSV", "a,b\nc,d\n");
    compare("CSV", "a,b\nString,UInt8\nx,1\n");
    compare("CSV", "a\nString\n");
    compare("CSV", "x,y\nDate,z\n");
    compare("TSV", "a\tb\n1\t2\n");
    compare("CSVWithNamesAndTypes", "a,b\n\"UInt8\",\"Array(String)\"\n1,\"['x']\"\n");
    compare("TSVWithNamesAndTypes", "a\tb\nUInt8\tEnum8(\\'x\\' = 1)\n1\tx\n");
    compare("LineAsString", "x\n");
    assertThat(told).isEqualTo(9);
  }

  @Test
  void valuesOfJson() throws IOException {
    List<String> values =
        List.of(
            "[1,2.5]",
            "[]",
            "{}",
            "[null]",
            "[1,\"a\"]",
            "[true,\"x\"]",
            "[1,-1,18446744073709551615]",
            "[[1],[]]",
            "{\"x\":1,\"b\":{\"c\":[1]}}",
            "[{\"x\":1},{\"y\":2}]",
            "[{\"x\":1},null]",
            "18446744073709551615",
            "1e5",
            "-0",
            "\"2020-01-01\"",
            "null");
    for (String first : values) {
      compare("JSONCompactEachRow", "[" + first + ",1]\n");
      compare("JSONColumns", "{\"a\":[" + first + "],\"b\":[1]}\n");
      for (String second : values) {
        if (!first.contains("\"a\"") && !second.contains("\"a\"")) {
          compare("JSONEachRow", "[{\"a\":" + first + "},{\"a\" : " + second + ",\"b\":1}]\n");
        }
      }
    }
    assertThat(told).isGreaterThan(90);
  }

  @Test
  void otherForms() throws IOException {
    compare("Values", "(1,'x',[1]),(2,NULL,[2.5])");
    compare("Values", "((1,'a'),{'k':1}) ;");
    compare("TSKV", "a=1\tb=x\na=2\tc=[1]\n");
    compare("TSVRaw", "a\tb\n1\tx\n");
    compare("CustomSeparated", "1\tx\n2\ty\n");
    compare("JSONObjectEachRow", "{\"r\":{\"a\":1},\"s\":{\"b\":\"x\"}}");
    compare("JSONCompactEachRowWithNames", "[\"a\",\"b\"]\n[1,\"x\"]\n");
    compare("JSONCompactColumns", "[[1,2],[\"x\",null]]");
    compare("JSON", "{\"meta\":[{\"name\":\"a\",\"type\":\"UInt8\"}],\"data\":[]}");
    compare("JSONAsString", "{}");
    compare("CSV", "1,\"a\nb\"\n2,c\n");
    assertThat(told).isEqualTo(11);
  }

  @Test
  void doubtsAreRefused() {
    assertThatThrownBy(
            () ->
                Structure.of(
                    "JSONEachRow", input("{\"a\":{\"b\":1}}\n{\"a\":1}\n"), FormatSettings.DEFAULT))
        .isInstanceOf(TwinhouseException.class)
        .hasMessageContaining("--structure");
    assertThatThrownBy(() -> Structure.of("TSV", input("1\t2\n1\n"), FormatSettings.DEFAULT))
        .hasMessageContaining("a row has 1 fields where 2 are expected");
  }

  private static SampledInput input(String data) throws IOException {
    return new SampledInput(new ByteArrayInputStream(data.getBytes(StandardCharsets.UTF_8)));
  }

  private void compare(String format, String data) throws IOException {
    Structure structure;
    try {
      structure = Structure.of(format, input(data), FormatSettings.DEFAULT);
    } catch (TwinhouseException refused) {
      return;
    }
    told++;
    String literal = Quoting.text(data);
    List<String> columns = new ArrayList<>();
    String described =
        server.query(
            "DESCRIBE format("
                + format
                + ", "
                + literal
                + ") SETTINGS print_pretty_type_names = 0 FORMAT TSVRaw");
    for (String line : described.split("\n")) {
      String[] fields = line.split("\t");
      columns.add("`" + fields[0] + "` " + fields[1]);
    }
    String expected = String.join(", ", columns).replace("`", "");
    assertThat(structure.columns().replace("`", "")).as(format + " " + data).isEqualTo(expected);
  }
}
