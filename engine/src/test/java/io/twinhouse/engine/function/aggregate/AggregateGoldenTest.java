// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.RowPass;
import io.twinhouse.engine.setting.Settings;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Results, result types and refusals as the real server gave them. */
class AggregateGoldenTest {

  private static final BindContext CONTEXT =
      new BindContext(Instant.EPOCH, ZoneOffset.UTC, "default", "default", Settings.DEFAULT::text);
  private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*?)\\)(?:\\((.*)\\))?");

  /** The columns of a table, filled line by line. */
  private static final class Table {
    final Map<String, Type> types = new LinkedHashMap<>();
    final List<ColumnBuilder> builders = new ArrayList<>();
    final List<ValueReader> readers = new ArrayList<>();
    final Map<String, Column> columns = new LinkedHashMap<>();
    String name = "";
    int rows;

    Table(List<String> fields) {
      name = fields.get(1);
      for (String field : fields.subList(2, fields.size())) {
        int space = field.indexOf(' ');
        Type type = TypeParser.parse(field.substring(space + 1));
        types.put(field.substring(0, space), type);
        builders.add(ColumnBuilder.of(type));
        readers.add(ValueReader.of(type, TextStyle.ESCAPED, ReadOptions.lenient(ZoneOffset.UTC)));
      }
    }

    void add(List<String> fields) {
      for (int i = 0; i < builders.size(); i++) {
        byte[] text = fields.get(i + 1).getBytes(StandardCharsets.UTF_8);
        readers.get(i).readWhole(text, 0, text.length, builders.get(i));
      }
      rows++;
    }

    Column column(String column) {
      if (columns.isEmpty()) {
        int i = 0;
        for (String each : types.keySet()) {
          columns.put(each, builders.get(i++).build());
        }
      }
      return columns.get(column);
    }
  }

  @Test
  void everyAnswerIsTheServers() throws IOException {
    List<String> failures = new ArrayList<>();
    Table table = null;
    int calls = 0;
    for (String line : lines()) {
      List<String> fields = Arrays.asList(line.split("\t", -1));
      switch (fields.get(0)) {
        case "table" -> table = new Table(fields);
        case "row" -> table.add(fields);
        default -> {
          calls++;
          String expected = String.join("\t", fields.subList(2, fields.size()));
          String actual = answer(table, fields.get(1));
          if (!expected.equals(actual)) {
            failures.add(
                table.name
                    + ": "
                    + fields.get(1)
                    + "\n  server "
                    + expected
                    + "\n  here   "
                    + actual);
          }
        }
      }
    }
    assertThat(failures).as("of %d calls", calls).isEmpty();
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = AggregateGoldenTest.class.getResourceAsStream("/aggregates/golden.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** Type and value, or the number of the error. */
  private static String answer(Table table, String text) {
    Matcher call = CALL.matcher(text);
    assertThat(call.matches()).as(text).isTrue();
    String parameters = call.group(3) == null ? "" : call.group(2);
    String arguments = call.group(3) == null ? call.group(2) : call.group(3);
    List<Argument> types = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (String name : arguments.isEmpty() ? new String[0] : arguments.split(", ")) {
      types.add(Argument.of(table.types.get(name)));
      columns.add(table.column(name));
    }
    List<Argument> constants = new ArrayList<>();
    for (String literal : parameters.isEmpty() ? new String[0] : parameters.split(", ")) {
      constants.add(literal(literal));
    }
    try {
      return aggregate(call.group(1), constants, types, columns, table.rows);
    } catch (TwinhouseException refused) {
      return String.valueOf(refused.number());
    }
  }

  private static String aggregate(
      String name, List<Argument> constants, List<Argument> types, List<Column> columns, int rows) {
    BoundAggregate bound =
        FunctionRegistry.standard().bindAggregate(name, constants, types, CONTEXT);
    TextOutput out = new TextOutput();
    Workload.inMemory(
        memory -> {
          Accumulator states = bound.newAccumulator(memory);
          states.resize(1);
          // The server was asked for these under GROUP BY, where the first of equal rows stays.
          RowPass pass = name.startsWith("arg") ? RowPass.EACH : RowPass.TABLE;
          states.add(columns.toArray(Column[]::new), new int[rows], rows, pass);
          ValueWriter.of(bound.returnType(), TextStyle.ESCAPED, ZoneOffset.UTC)
              .write(states.results(0, 1), 0, out);
        });
    return bound.returnType().name() + "\t" + out;
  }

  private static Argument literal(String text) {
    Type type =
        text.startsWith("'")
            ? StringType.INSTANCE
            : text.matches("-?[0-9]+") ? integer(Long.parseLong(text)) : FloatType.FLOAT64;
    byte[] bytes = text.replace("'", "").getBytes(StandardCharsets.UTF_8);
    ColumnBuilder builder = ColumnBuilder.of(type);
    ValueReader.of(type, TextStyle.ESCAPED, ReadOptions.lenient(ZoneOffset.UTC))
        .readWhole(bytes, 0, bytes.length, builder);
    return new Argument(type, builder.build());
  }

  private static Type integer(long value) {
    if (value < 0) {
      return IntegerType.INT64;
    }
    return value < 256 ? IntegerType.UINT8 : IntegerType.UINT64;
  }
}
