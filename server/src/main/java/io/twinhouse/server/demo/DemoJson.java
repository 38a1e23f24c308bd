// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Writes a result as JSON, for scripts and for the report's charts. */
public final class DemoJson {

  private DemoJson() {}

  /** The document. */
  public static String of(DemoResult result) {
    DemoOptions options = result.options();
    StringBuilder json = new StringBuilder(1 << 14);
    json.append("{\n  \"options\": {\"users\": ").append(options.users());
    json.append(", \"days\": ").append(options.days());
    json.append(", \"eventsPerUser\": ").append(options.eventsPerUser());
    json.append(", \"seed\": \"").append(options.seed());
    json.append("\", \"now\": ").append(text(options.now().toString())).append("},\n");
    json.append("  \"houses\": ").append(texts(result.houses())).append(",\n  \"answers\": [");
    StringJoiner answers = new StringJoiner(",\n    ", "\n    ", "\n  ],\n");
    for (Map.Entry<Question, List<Answer>> entry : result.answers().entrySet()) {
      for (int house = 0; house < entry.getValue().size(); house++) {
        answers.add(
            answer(entry.getKey(), result.houses().get(house), entry.getValue().get(house)));
      }
    }
    json.append(answers);
    SampleError error = result.sampleError();
    json.append("  \"sampleError\": {\"meanPercent\": ").append(error.meanPercent());
    json.append(", \"maxPercent\": ").append(error.maxPercent());
    json.append(", \"expectedPercent\": ").append(error.expectedPercent()).append("},\n");
    json.append("  \"guard\": ").append(text(result.guard())).append(",\n");
    json.append("  \"unstablePeaks\": ").append(texts(result.unstablePeaks())).append(",\n");
    return json.append("  \"differences\": ")
        .append(texts(result.differences()))
        .append("\n}\n")
        .toString();
  }

  private static String answer(Question question, String house, Answer answer) {
    return "{\"metric\": "
        + text(question.name())
        + ", \"form\": "
        + text(question.form().name().toLowerCase(Locale.ROOT))
        + ", \"includeAnonymous\": "
        + question.includeAnonymous()
        + ", \"house\": "
        + text(house)
        + ", \"rows\": "
        + answer.rows().size()
        + ", \"nanos\": "
        + answer.nanos()
        + ", \"peakBytes\": "
        + answer.peakBytes()
        + ", \"readRows\": "
        + answer.readRows()
        + ", \"readBytes\": "
        + answer.readBytes()
        + "}";
  }

  private static String texts(List<String> values) {
    StringJoiner joined = new StringJoiner(", ", "[", "]");
    values.forEach(value -> joined.add(text(value)));
    return joined.toString();
  }

  static String text(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char next = value.charAt(i);
      switch (next) {
        case '"', '\\' -> quoted.append('\\').append(next);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (next < ' ' || next == '<') {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) next));
          } else {
            quoted.append(next);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
