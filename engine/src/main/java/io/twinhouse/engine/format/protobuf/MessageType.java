// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.protobuf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A message of a schema: its fields, which are set once all messages are known. */
final class MessageType {

  private final String name;
  private List<MessageField> fields = List.of();

  MessageType(String name) {
    this.name = name;
  }

  /** With the names of the messages around it, between dots. */
  String name() {
    return name;
  }

  void define(List<MessageField> all) {
    List<MessageField> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingInt(MessageField::number));
    fields = List.copyOf(sorted);
  }

  /** In order of their numbers. */
  List<MessageField> fields() {
    return fields;
  }

  /** The field of a column's name, without regard to case and to dots for underscores. */
  @Nullable MessageField field(String column) {
    String wanted = folded(column);
    for (MessageField field : fields) {
      if (folded(field.name()).equals(wanted)) {
        return field;
      }
    }
    return null;
  }

  /** Whether a column's name may mean a field within a message that is a field of this. */
  boolean mayHoldWithin(String column) {
    String wanted = folded(column);
    return fields.stream()
        .anyMatch(
            field ->
                field.kind() == FieldKind.MESSAGE && wanted.startsWith(folded(field.name()) + '_'));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replace('.', '_');
  }
}
