// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.ColumnInvocation;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.Scratch;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.setting.Settings;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HashVectorsTest {

  private static final BindContext CONTEXT =
      new BindContext(Instant.EPOCH, ZoneOffset.UTC, "default", "default", Settings.DEFAULT::text);
  private static final FunctionRegistry REGISTRY = FunctionRegistry.of(List.of(new HashLibrary()));

  static Stream<List<String>> typed() throws IOException {
    return rows("/hash/hash-vectors.tsv").filter(row -> !row.get(1).contains("JSON"));
  }

  static Stream<List<String>> strings() throws IOException {
    return rows("/hash/hash-vectors-strings.tsv");
  }

  private static Stream<List<String>> rows(String file) throws IOException {
    try (InputStream in = HashVectorsTest.class.getResourceAsStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text
          .lines()
          .filter(l -> !l.startsWith("#"))
          .skip(1)
          .map(l -> List.of(l.split("\t", -1)))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("typed")
  void everyTypeHashesAsOnTheServer(List<String> row) {
    List<Type> types = VectorReader.types(row.get(1));
    List<Column> values = VectorReader.values(row.get(0), types);
    String[] resultTypes = row.get(10).split(" / ");
    check("cityHash64", types, values, row.get(2), resultTypes[0]);
    check("sipHash64", types, values, row.get(3), resultTypes[1]);
    check("xxHash64", types, values, row.get(5), null);
    check("intHash64", types, values, row.get(6), null);
    check("halfMD5", types, values, row.get(7), null);
  }

  private static void check(
      String name, List<Type> types, List<Column> values, String expected, String resultType) {
    if (expected.equals("n/a")) {
      return;
    }
    List<Argument> arguments = types.stream().map(Argument::of).toList();
    BoundFunction bound = REGISTRY.bindScalar(name, arguments, CONTEXT);
    if (resultType != null) {
      assertThat(bound.returnType().name()).as(name).isEqualTo(resultType);
    }
    boolean nothing = bound.returnType().base() instanceof NothingType;
    assertThat(nothing ? "\\N" : evaluate(bound, values.toArray(Column[]::new), 1))
        .as("%s of %s", name, types)
        .isEqualTo(expected);
  }

  private static String evaluate(BoundFunction bound, Column[] values, int rows) {
    try (MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);
        Scratch scratch = new Scratch(new Reservation(memory))) {
      Column result = bound.evaluate(new ColumnInvocation(values, rows, scratch)).flatten();
      return result.isNull(0) ? "\\N" : Long.toUnsignedString(((LongColumn) result).values()[0]);
    }
  }

  @ParameterizedTest
  @MethodSource("strings")
  void everyLengthHashesAsOnTheServer(List<String> row) {
    int length = Integer.parseInt(row.get(0));
    byte[] data =
        ("__" + "abcdefghijklmnopqrstuvwxyz0123456789".repeat(8))
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(Long.toUnsignedString(CityHash102.hash64(data, 2, length))).isEqualTo(row.get(1));
    assertThat(Long.toUnsignedString(SipHash24.hash64(data, 2, length))).isEqualTo(row.get(2));
    assertThat(CityHash102.function().hashBytes(data, 2, length))
        .isEqualTo(CityHash102.hash64(data, 2, length));
    long[] words = new long[3];
    SipHash24.hash128(data, 2, length, words, 1);
    byte[] both = new byte[16];
    ByteOrders.putLong(both, 0, words[1]);
    ByteOrders.putLong(both, 8, words[2]);
    assertThat(HexFormat.of().withUpperCase().formatHex(both)).isEqualTo(row.get(3));
    String text = new String(data, 2, length, StandardCharsets.US_ASCII);
    Map<String, Integer> columns =
        Map.of("xxHash64", 4, "farmFingerprint64", 5, "xxh3", 7, "halfMD5", 8);
    columns.forEach(
        (name, column) ->
            check(
                name,
                VectorReader.types("String"),
                List.of(io.twinhouse.engine.column.BytesColumn.ofStrings(text)),
                row.get(column),
                "UInt64"));
  }
}
