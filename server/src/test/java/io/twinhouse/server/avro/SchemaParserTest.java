// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.error.TwinhouseException;
import org.junit.jupiter.api.Test;

/** Schemas that no writer writes. */
final class SchemaParserTest {

  private static String root(String fields) {
    return "{\"type\":\"record\",\"name\":\"row\",\"fields\":[" + fields + "]}";
  }

  private static String field(String name, String type) {
    return "{\"name\":\"" + name + "\",\"type\":" + type + "}";
  }

  private static String kind(int number, int fields) {
    String inner = number == 0 ? "\"int\"" : "\"r" + (number - 1) + "\"";
    StringBuilder all = new StringBuilder(field("f0", inner));
    for (int i = 1; i < fields; i++) {
      all.append(',').append(field("f" + i, inner));
    }
    return "{\"type\":\"record\",\"name\":\"r" + number + "\",\"fields\":[" + all + "]}";
  }

  private static String chain(int length, int fields) {
    StringBuilder all = new StringBuilder(field("c0", kind(0, fields)));
    for (int i = 1; i < length; i++) {
      all.append(',').append(field("c" + i, kind(i, fields)));
    }
    return root(all.toString());
  }

  @Test
  void kindsMayBeNamedAgain() {
    assertThat(SchemaParser.parse(chain(5, 2)).parts()).hasSize(5);
  }

  @Test
  void namesDoNotMakeSchemasOfAnySize() {
    assertThatThrownBy(() -> SchemaParser.parse(chain(60, 2)))
        .isInstanceOf(TwinhouseException.class)
        .hasMessageContaining("too large or too deep");
    assertThatThrownBy(() -> SchemaParser.parse(chain(10_000, 1)))
        .isInstanceOf(TwinhouseException.class)
        .hasMessageContaining("too large or too deep");
  }

  @Test
  void fieldsHaveDifferentNames() {
    String twice = root(field("a", "\"int\"") + "," + field("a", "\"int\""));
    assertThatThrownBy(() -> SchemaParser.parse(twice))
        .isInstanceOf(TwinhouseException.class)
        .hasMessageContaining("two fields 'a'");
  }

  @Test
  void intsHaveThirtyTwoBits() {
    BlockOutput written = new BlockOutput();
    written.number(Integer.MIN_VALUE);
    written.number(1L << 40);
    BlockInput in = new BlockInput();
    in.over(written.toByteArray());
    assertThat(in.readInt()).isEqualTo(Integer.MIN_VALUE);
    assertThatThrownBy(in::readInt)
        .isInstanceOf(TwinhouseException.class)
        .hasMessageContaining("out of the range of an int");
  }
}
