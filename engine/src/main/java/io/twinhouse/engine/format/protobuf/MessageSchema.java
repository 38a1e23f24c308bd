// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.protobuf;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the text of a schema, of syntax proto2 or proto3. For one thread. */
final class MessageSchema {

  /** Of messages within messages, as in the reader of schemas of the server. */
  private static final int DEEPEST = 31;

  private static final int LAST_NUMBER = (1 << 29) - 1;

  private final SchemaTokens in;
  private final Map<String, MessageType> messages = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> enums = new HashMap<>();
  private final Map<String, List<Declared>> fields = new LinkedHashMap<>();
  private boolean third;
  private int depth;
  private String pack = "";

  /** A field before the names of types are known. */
  private record Declared(
      String label,
      String type,
      @Nullable String value,
      String name,
      int number,
      Options options,
      boolean choice) {}

  /**
   * @param packed null where nothing is said
   */
  private record Options(@Nullable Boolean packed, boolean preset) {
    static final Options NONE = new Options(null, false);
  }

  private MessageSchema(String text) {
    in = new SchemaTokens(text);
  }

  /**
   * The message that the settings of a query name.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED where the schema is not given as a text,
   *     CANNOT_PARSE_PROTOBUF_SCHEMA, BAD_ARGUMENTS
   */
  static MessageType of(FormatSettings settings) {
    String text = settings.text("format_schema", "");
    if (text.isEmpty() || !settings.text("format_schema_source", "file").equals("string")) {
      throw notImplemented(
          "Protobuf needs its schema as text: set format_schema_source = 'string', the text in"
              + " format_schema and the message in format_schema_message_name");
    }
    if (settings.flag("input_format_protobuf_oneof_presence", false)
        || settings.flag("input_format_protobuf_flatten_google_wrappers", false)
        || settings.flag("output_format_protobuf_nullables_with_google_wrappers", false)) {
      throw notImplemented("Settings of Protobuf for oneof and for wrappers are not supported");
    }
    String name = settings.text("format_schema_message_name", "");
    MessageSchema schema = new MessageSchema(text);
    schema.file();
    schema.resolve();
    MessageType message = schema.messages.get(name);
    if (message == null) {
      message = schema.messages.get(schema.pack + name);
    }
    if (message == null) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Could not find a message named '" + name + "' in the schema");
    }
    return message;
  }

  private static TwinhouseException notImplemented(String problem) {
    return new TwinhouseException(ErrorCode.NOT_IMPLEMENTED, problem);
  }

  private void file() {
    while (!in.isEnd()) {
      if (in.skip(";")) {
        continue;
      }
      switch (in.word()) {
        case "syntax" -> syntax();
        case "package" -> {
          in.take();
          pack = in.name() + '.';
          in.expect(";");
        }
        case "option", "service" -> in.passStatement();
        case "message" -> message(pack);
        case "enum" -> enumeration(pack);
        case "import", "extend", "edition" ->
            throw notImplemented("'" + in.word() + "' in a Protobuf schema is not supported");
        default -> throw SchemaTokens.refused("unexpected '" + in.word() + "'");
      }
    }
  }

  private void syntax() {
    in.take();
    in.expect("=");
    String version = in.take();
    in.expect(";");
    third = version.equals("\"proto3\"") || version.equals("'proto3'");
    if (!third && !version.equals("\"proto2\"") && !version.equals("'proto2'")) {
      throw SchemaTokens.refused("unknown syntax " + version);
    }
  }

  private void message(String around) {
    if (++depth > DEEPEST) {
      throw SchemaTokens.refused("Reached maximum recursion limit for nested messages.");
    }
    in.take();
    String name = around + in.name();
    List<Declared> declared = new ArrayList<>();
    if (messages.put(name, new MessageType(name)) != null) {
      throw SchemaTokens.refused("'" + name + "' is already defined");
    }
    fields.put(name, declared);
    in.expect("{");
    while (!in.skip("}")) {
      member(name + '.', declared);
    }
    depth--;
  }

  private void member(String around, List<Declared> declared) {
    switch (in.word()) {
      case ";" -> in.take();
      case "message" -> message(around);
      case "enum" -> enumeration(around);
      case "option", "reserved" -> in.passStatement();
      case "extensions", "extend", "group" ->
          throw notImplemented("'" + in.word() + "' in a Protobuf schema is not supported");
      case "oneof" -> {
        in.take();
        in.name();
        in.expect("{");
        while (!in.skip("}")) {
          if (in.word().equals("option")) {
            in.passStatement();
          } else {
            declared.add(field("", true));
          }
        }
      }
      case "optional", "repeated", "required" -> declared.add(field(in.take(), false));
      default -> declared.add(field("", false));
    }
  }

  private Declared field(String label, boolean choice) {
    if (label.isEmpty() && !third && !choice && !in.word().equals("map")) {
      throw SchemaTokens.refused("expected 'required', 'optional' or 'repeated'");
    }
    if (third && label.equals("required")) {
      throw SchemaTokens.refused("Required fields are not allowed in proto3.");
    }
    String type = in.name();
    String value = null;
    if (type.equals("map") && in.skip("<")) {
      type = in.name();
      in.expect(",");
      value = in.name();
      in.expect(">");
    }
    String name = in.name();
    in.expect("=");
    int number = in.number();
    if (number < 1 || number > LAST_NUMBER) {
      throw SchemaTokens.refused("the number " + number + " is not one of a field");
    }
    Options options = in.skip("[") ? options() : Options.NONE;
    in.expect(";");
    return new Declared(label, type, value, name, number, options, choice);
  }

  /** Passes options of a field; keeps those that say what its values are. */
  private Options options() {
    Boolean packed = null;
    boolean preset = false;
    while (!in.skip("]")) {
      if (in.skip("packed")) {
        in.expect("=");
        packed = in.take().equals("true");
      } else {
        preset |= in.take().equals("default");
      }
    }
    return new Options(packed, preset);
  }

  private void enumeration(String around) {
    in.take();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    enums.put(around + in.name(), numbers);
    in.expect("{");
    while (!in.skip("}")) {
      if (in.skip(";")) {
        continue;
      }
      if (in.word().equals("option") || in.word().equals("reserved")) {
        in.passStatement();
        continue;
      }
      String name = in.name();
      in.expect("=");
      numbers.put(name, in.number());
      if (in.skip("[")) {
        options();
      }
      in.expect(";");
    }
  }

  private void resolve() {
    fields.forEach(
        (message, declared) -> {
          List<MessageField> all = new ArrayList<>();
          Set<Object> taken = new HashSet<>();
          for (Declared field : declared) {
            if (!taken.add(field.number()) || !taken.add(field.name())) {
              throw SchemaTokens.refused("'" + field.name() + "' is given twice in " + message);
            }
            all.add(field.value() == null ? plain(message, field) : map(message, field));
          }
          require(message).define(all);
        });
  }

  private MessageType require(String name) {
    MessageType message = messages.get(name);
    if (message == null) {
      throw SchemaTokens.refused("'" + name + "' is not defined");
    }
    return message;
  }

  private MessageField plain(String scope, Declared field) {
    FieldKind kind = FieldKind.of(field.type());
    boolean repeated = field.label().equals("repeated");
    String named = kind == null ? find(scope, field.type()) : "";
    MessageType message = messages.get(named);
    if (kind == null) {
      kind = message == null ? FieldKind.ENUM : FieldKind.MESSAGE;
    }
    Boolean told = field.options().packed();
    boolean packed = told == null ? third : told;
    return new MessageField(
        field.name(),
        field.number(),
        kind,
        repeated,
        repeated && packed && kind.mayBePacked(),
        !repeated && (!third || !field.label().isEmpty() || field.choice()),
        field.label().equals("required"),
        field.options().preset(),
        message,
        kind == FieldKind.ENUM ? enums.getOrDefault(named, Map.of()) : Map.of(),
        false);
  }

  private MessageField map(String scope, Declared field) {
    MessageType entry = new MessageType(scope + '.' + field.name());
    Declared key = new Declared("", field.type(), null, "key", 1, Options.NONE, true);
    Declared value =
        new Declared("", String.valueOf(field.value()), null, "value", 2, Options.NONE, true);
    entry.define(List.of(plain(scope, key), plain(scope, value)));
    return new MessageField(
        field.name(),
        field.number(),
        FieldKind.MESSAGE,
        true,
        false,
        false,
        false,
        false,
        entry,
        Map.of(),
        true);
  }

  /** The whole name of a type as it is meant within a message. */
  private String find(String scope, String type) {
    if (type.startsWith(".")) {
      return known(type.substring(1), type);
    }
    String around = scope;
    while (true) {
      String candidate = around.isEmpty() ? type : around + '.' + type;
      if (messages.containsKey(candidate) || enums.containsKey(candidate)) {
        return candidate;
      }
      if (around.isEmpty()) {
        return known(type, type);
      }
      around = around.substring(0, Math.max(0, around.lastIndexOf('.')));
    }
  }

  private String known(String name, String type) {
    if (!messages.containsKey(name) && !enums.containsKey(name)) {
      throw SchemaTokens.refused("'" + type + "' is not defined");
    }
    return name;
  }
}
