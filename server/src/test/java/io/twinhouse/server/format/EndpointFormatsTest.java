// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.format.Formats;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same statements sent to our endpoint and to the server: body and content type must be the
 * same, in every format, on every sample, under every setting that changes how results are written.
 */
final class EndpointFormatsTest extends TwoEndpoints {

  private static final String SAMPLE =
      "SELECT number AS k, 'a/\"b' AS s, [1, 2] AS a, map('k', [(1, 'x')]) AS m,"
          + " CAST((1, NULL), 'Tuple(a UInt8, b Nullable(String))') AS t, (1, 'x') AS t2, 1.5 AS f,"
          + " nan AS n, toDecimal64(1.5, 3) AS d, toFixedString('a', 3) AS fs, true AS b,"
          + " toDateTime('2020-01-01 00:00:00', 'UTC') AS dt,"
          + " toDateTime64('2020-01-01 00:00:00.500', 3, 'UTC') AS dt64, toUInt64(5) AS u64,"
          + " 'it\\'s' AS q, NULL AS nothing, toInt128(4) AS i128, map(true, dt) AS mb"
          + " FROM numbers(2)";

  EndpointFormatsTest(ClickHouseHttp server) {
    super(server);
  }

  static List<String> formats() {
    return Formats.names().stream()
        .filter(name -> !List.of("JSONAsString", "JSONAsObject").contains(name))
        .filter(name -> !ExchangedTypesTest.FORMATS.contains(name))
        // wants a schema, which OddOutputsTest gives it
        .filter(name -> !name.startsWith("Protobuf"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everySampleReadsAsTheServersDoes(String format) {
    List<String> refused = new ArrayList<>();
    for (var sample : TypeSamples.queries().entrySet()) {
      boolean nulls = List.of("texts", "nullable").contains(sample.getKey());
      if (format.equals("Native") && nulls) {
        // what stands under a NULL is not part of the answer
        continue;
      }
      if (format.startsWith("RowBinary") && sample.getKey().startsWith("json")) {
        // paths stand in the order of a hash table there; TypedJsonTest reads them
        continue;
      }
      compare(sample.getValue() + " FORMAT " + format, sample.getKey(), server, ours, refused);
    }
    if (!format.startsWith("RowBinary") && !format.equals("Native") && !format.equals("RawBLOB")) {
      assertThat(refused).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "output_format_json_quote_64bit_integers=1",
        "output_format_json_quote_64bit_floats=1",
        "output_format_json_quote_denormals=1",
        "output_format_json_quote_decimals=1",
        "output_format_json_escape_forward_slashes=0",
        "output_format_json_named_tuples_as_objects=0",
        "output_format_json_skip_null_value_in_named_tuples=1",
        "output_format_json_array_of_rows=1",
        "output_format_json_pretty_print=0",
        "output_format_json_validate_utf8=1",
        "output_format_json_map_as_array_of_tuples=1",
        "output_format_write_statistics=0",
        "date_time_output_format=iso",
        "date_time_output_format=unix_timestamp",
        "bool_true_representation=yes",
        "output_format_decimal_trailing_zeros=1",
        "output_format_always_write_decimal_point_in_float_and_decimal=1",
        "output_format_trim_fixed_string=1",
        "output_format_values_escape_quote_with_quote=1",
        "output_format_markdown_escape_special_characters=1",
        "output_format_sql_insert_table_name=other",
        "output_format_sql_insert_include_column_names=0",
        "output_format_sql_insert_use_replace=1",
        "output_format_sql_insert_quote_names=0",
        "output_format_sql_insert_max_batch_size=1",
        "output_format_tsv_crlf_end_of_line=1",
        "output_format_csv_crlf_end_of_line=1",
        "output_format_csv_serialize_tuple_into_separate_columns=0",
        "output_format_csv_header_serialize_tuple_into_separate_columns=0",
        "format_csv_delimiter=|",
        "format_csv_null_representation=none",
        "format_tsv_null_representation=none",
        "format_custom_escaping_rule=CSV",
        "format_custom_escaping_rule=Quoted",
        "format_custom_escaping_rule=JSON",
        "format_custom_escaping_rule=Raw",
        "format_custom_escaping_rule=XML",
        "format_custom_field_delimiter=;",
        "format_custom_row_between_delimiter=--",
        "format_custom_result_before_delimiter=<",
        "output_format_pretty_max_rows=1",
        "output_format_pretty_row_numbers=0",
        "output_format_pretty_grid_charset=ASCII",
        "output_format_pretty_named_tuples_as_json=0",
        "output_format_pretty_fallback_to_vertical=0",
        "output_format_pretty_max_value_width=3",
        "output_format_pretty_max_column_pad_width=3",
        "output_format_pretty_multiline_fields=0",
        "output_format_pretty_display_footer_column_names_min_rows=1",
        "output_format_pretty_single_large_number_tip_threshold=1",
        "output_format_pretty_color=1",
      })
  void settingsAreHonouredOrRefused(String setting) {
    int equals = setting.indexOf('=');
    String name = setting.substring(0, equals);
    String value = setting.substring(equals + 1);
    for (String format : formats()) {
      compare(
          SAMPLE + " FORMAT " + format,
          setting + " in " + format,
          server.with(name, value),
          ours.with(name, value),
          new ArrayList<>());
    }
  }

  private static void compare(
      String sql, String what, ClickHouseHttp server, ClickHouseHttp ours, List<String> refused) {
    HttpResponse<byte[]> expected;
    try {
      expected = server.answer(sql);
    } catch (ClickHouseRefusal refusal) {
      return;
    }
    HttpResponse<byte[]> answer;
    try {
      answer = ours.answer(sql);
    } catch (ClickHouseRefusal refusal) {
      refused.add(what + ": " + refusal.getMessage());
      return;
    }
    assertThat(comparable(answer.body())).as(what).isEqualTo(comparable(expected.body()));
    assertThat(answer.headers().firstValue("Content-Type"))
        .as(what)
        .isEqualTo(expected.headers().firstValue("Content-Type"));
  }

  /** Without the figures of the run, which differ from run to run. */
  static String comparable(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replaceAll("\"(elapsed|rows_read|bytes_read)\": [0-9.e-]+", "\"$1\": 0")
        .replaceAll("<(elapsed|rows_read|bytes_read)>[0-9.e-]+<", "<$1>0<")
        .replaceAll("(\\{\"progress\":\\{).*", "$1}}");
  }
}
