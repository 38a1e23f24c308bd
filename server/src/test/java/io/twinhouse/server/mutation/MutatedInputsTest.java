// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exchange.Answers;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Data whose bytes are changed, in formats and for columns that they were not written for: taken or
 * refused by an error of the server's, soon. What is taken is written in any format.
 */
@ExtendWith(Seed.class)
final class MutatedInputsTest {

  private static final int TEXTS = Integer.getInteger("twinhouse.mutated", 4000) / 2;
  private static final List<String> FORMATS = List.copyOf(Formats.names());
  private static final List<String> READ = FORMATS.stream().filter(Formats::reads).toList();
  private static final List<String> WRITTEN = FORMATS.stream().filter(Formats::writes).toList();
  private static final String SOME =
      "a UInt8, b Nullable(String), c Nullable(Int32), d String, e Array(String), f Float64, g"
          + " Date";
  private static final int MOST_BYTES = 100_000;
  private static final int MOST_SHOWN = 3000;
  private static final String ALL = "SELECT * FROM odd";
  private static final List<String> ODD =
      List.of(
          "\0",
          "\377",
          "\200",
          "\177",
          "\n",
          "\r\n",
          "\t",
          ",",
          "\"",
          "'",
          "\\",
          "\\N",
          "\\x",
          "{",
          "}",
          "[",
          "]",
          "[[[[[[[[",
          "{\"a\":",
          "null",
          "NULL",
          "nan",
          "-",
          "1e400",
          "0x",
          "-0",
          "18446744073709551616",
          "9999-99-99",
          "\377\377\377\377\377\377\377\377\377\1",
          "\200\200\200\200\200\200\200\200\200\200",
          ":",
          ";",
          "=",
          "#",
          "true",
          "\uFEFF",
          "\\u12",
          "\\ud800",
          "\337\377\377\377\377",
          "\311\177\377\377\377",
          "PAR1",
          "ARROW1");

  /** A format, columns, bytes and settings. */
  private record Input(String format, String columns, byte[] data, Map<String, String> settings) {

    @Override
    public String toString() {
      StringBuilder shown = new StringBuilder(format + " (" + columns + ") " + settings + " ");
      for (byte b : Arrays.copyOf(data, Math.min(data.length, MOST_SHOWN))) {
        shown.append(
            b >= ' ' && b < 127 && b != '\\' ? "" + (char) b : String.format("\\%03o", b & 255));
      }
      return shown.toString();
    }
  }

  private final Trial trial = new Trial();

  @Test
  void everyRefusalIsAnErrorOfTheServers(RandomSource random) throws IOException {
    List<Input> inputs = inputs();
    while (!trial.enough() && trial.tried() < TEXTS) {
      try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
        for (int i = 0; i < 500; i++) {
          tryOne(engine, inputs, random);
        }
      }
    }
    System.out.println(trial);
    assertThat(trial.failures()).as(Seed.replay()).isEmpty();
  }

  private void tryOne(Twinhouse engine, List<Input> inputs, RandomSource random) {
    Input seed = random.pick(inputs);
    String columns = random.oneIn(3) ? columns(random) : seed.columns();
    String format = random.oneIn(6) ? random.pick(READ) : seed.format();
    byte[] data = random.oneIn(3) ? written(engine, format, columns, random) : seed.data();
    Input input = new Input(format, columns, changed(data, inputs, random), seed.settings());
    trial.run(engine::query, QueryRequest.of("DROP TABLE IF EXISTS odd"));
    trial.run(engine::query, QueryRequest.of("CREATE TABLE odd (" + columns + ") ENGINE = Memory"));
    trial.run(engine::query, insert(input), null, input.toString());
    trial.run(engine::query, QueryRequest.of(ALL), random.pick(WRITTEN), ALL + " of " + input);
    if (random.oneIn(4)) {
      String text = new String(input.data(), StandardCharsets.UTF_8);
      String quoted = text.replace("\\", "\\\\").replace("'", "\\'");
      String named = random.oneIn(2) ? "" : ", '" + columns.replace("'", "\\'") + "'";
      String query = "SELECT * FROM format(" + format + named + ", '" + quoted + "')";
      trial.run(engine::query, QueryRequest.of(query), random.pick(WRITTEN), query);
    }
  }

  private static QueryRequest insert(Input input) {
    return QueryRequest.of("INSERT INTO odd FORMAT " + input.format())
        .withSettings(input.settings())
        .withData(new ByteArrayInputStream(input.data()));
  }

  private static String columns(RandomSource random) {
    StringBuilder columns = new StringBuilder("a " + Nesting.type(random));
    for (int i = random.between(0, 2); i > 0; i--) {
      columns.append(", ").append("bdj".charAt(i)).append(' ').append(Nesting.type(random));
    }
    return columns.toString();
  }

  /** Some rows as the format has them; empty where it has them not. */
  private static byte[] written(
      Twinhouse engine, String format, String columns, RandomSource random) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    String rows =
        "SELECT * FROM generateRandom('"
            + columns.replace("'", "\\'")
            + "', "
            + random.between(1, 1000)
            + ", 5, 3) LIMIT "
            + random.between(0, 3);
    try (QueryResult result = engine.query(rows)) {
      Answers.write(result, format, new Capped(data));
    } catch (TwinhouseException | IOException noSuchRows) {
      // other columns will have some
    }
    return data.size() > MOST_BYTES ? new byte[0] : data.toByteArray();
  }

  /** Rows of nested types can be any number of bytes, of which a few are enough. */
  private static final class Capped extends OutputStream {
    private final ByteArrayOutputStream data;

    Capped(ByteArrayOutputStream data) {
      this.data = data;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (data.size() > MOST_BYTES) {
        throw new IOException("more than " + MOST_BYTES + " bytes");
      }
      data.write(bytes, from, length);
    }
  }

  private static byte[] changed(byte[] data, List<Input> inputs, RandomSource random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = data;
    for (int changes = random.between(0, 3); changes > 0; changes--) {
      int from = random.between(0, bytes.length);
      int to = Math.min(bytes.length, from + random.between(0, 5));
      out.reset();
      out.write(bytes, 0, from);
      switch (random.between(0, 5)) {
        case 0 -> out.writeBytes(random.bytes(random.between(1, 4)));
        case 1 -> out.writeBytes(latin(random.pick(ODD)));
        case 2 -> out.writeBytes(latin(random.pick(ODD).repeat(random.between(1, 3000))));
        case 3 -> {
          byte[] other = random.pick(inputs).data();
          out.write(other, 0, random.between(0, other.length));
        }
        case 4 -> out.write(bytes, from, to - from); // twice
        default -> {
          // lost
        }
      }
      int rest = random.oneIn(6) ? bytes.length : to;
      out.write(bytes, rest, bytes.length - rest);
      bytes = out.toByteArray();
    }
    return bytes;
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<Input> inputs() throws IOException {
    List<Input> inputs = new ArrayList<>();
    for (String line : lines("inputs")) {
      String[] parts = line.split("\t", -1);
      byte[] data = parts[1].translateEscapes().getBytes(StandardCharsets.UTF_8);
      inputs.add(new Input(parts[0], SOME, data, settings(parts, 2)));
    }
    for (String line : lines("odd-inputs")) {
      String[] parts = line.split("\t", -1);
      inputs.add(
          new Input(parts[0], parts[1], latin(parts[2].translateEscapes()), settings(parts, 3)));
    }
    return inputs;
  }

  private static Map<String, String> settings(String[] parts, int from) {
    Map<String, String> settings = new HashMap<>();
    for (int i = from; i < parts.length; i++) {
      String[] setting = parts[i].split("=", 2);
      settings.put(setting[0], setting[1].translateEscapes());
    }
    return settings;
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in =
        MutatedInputsTest.class.getResourceAsStream("/formats/" + file + ".tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().toList();
    }
  }
}
