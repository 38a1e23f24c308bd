// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** JSON that has no paths but those that its type declares, which have their defaults. */
public final class EmptyObject {

  private EmptyObject() {}

  /** The value of a type without a path of its own, in flight. */
  public static byte[] of(JsonType type) {
    return object(type.declared()).getBytes(StandardCharsets.UTF_8);
  }

  /** The object in which each path has the default of its type. */
  private static String object(SortedMap<String, Type> declared) {
    StringBuilder out = new StringBuilder("{");
    List<String> open = new ArrayList<>();
    for (Map.Entry<String, Type> path : declared.entrySet()) {
      List<String> steps = List.of(path.getKey().split("\\.", -1));
      int same = 0;
      while (same < open.size()
          && same < steps.size() - 1
          && open.get(same).equals(steps.get(same))) {
        same++;
      }
      for (int i = open.size(); i > same; i--) {
        out.append('}');
        open.remove(i - 1);
      }
      for (int i = same; i < steps.size(); i++) {
        out.append(out.charAt(out.length() - 1) == '{' ? "" : ",").append(text(steps.get(i)));
        out.append(i + 1 < steps.size() ? ":{" : ":");
      }
      open.addAll(steps.subList(same, steps.size() - 1));
      out.append(defaultText(path.getValue())).append(MARK);
    }
    return out.append("}".repeat(open.size() + 1)).toString();
  }

  /** As all values of paths with a type have it. */
  private static final char MARK = 0x0B;

  private static String defaultText(Type type) {
    if (type.isNullable()) {
      return "null";
    }
    Type base = type.base();
    if (base instanceof TupleType tuple) {
      return tuple(tuple);
    }
    if (base instanceof EnumType names) {
      return text(names.names().values().iterator().next());
    }
    if (base instanceof FixedStringType bytes) {
      return '"' + "\\u0000".repeat(bytes.length()) + '"';
    }
    if (base instanceof IpType ip) {
      return ip.version() == 4 ? "\"0.0.0.0\"" : "\"::\"";
    }
    if (base instanceof DateTimeType || base instanceof DateTime64Type) {
      return '"' + epoch(base) + '"';
    }
    if (base instanceof JsonType json) {
      return object(json.declared());
    }
    String fixed = fixedText(base);
    return fixed != null
        ? fixed
        : switch (base.lane()) {
          case ARRAY -> base instanceof MapType ? "{}" : "[]";
          case BYTES -> "\"\"";
          default -> base instanceof BoolType ? "false" : "0";
        };
  }

  /** Of types that are shown as texts of one form; null of others. */
  private static @Nullable String fixedText(Type base) {
    if (base instanceof TimeType) {
      return "\"00:00:00\"";
    }
    if (base instanceof Time64Type time) {
      return "\"00:00:00" + (time.precision() > 0 ? "." : "") + "0".repeat(time.precision()) + '"';
    }
    if (base instanceof DateType) {
      return "\"1970-01-01\"";
    }
    if (base instanceof UuidType) {
      return "\"00000000-0000-0000-0000-000000000000\"";
    }
    return null;
  }

  private static String tuple(TupleType tuple) {
    List<Type> elements = tuple.elements();
    boolean named = !tuple.names().isEmpty();
    String values =
        IntStream.range(0, elements.size())
            .mapToObj(
                i -> (named ? text(tuple.names().get(i)) + ":" : "") + defaultText(elements.get(i)))
            .collect(Collectors.joining(","));
    return named ? "{" + values + "}" : "[" + values + "]";
  }

  private static String epoch(Type type) {
    boolean ticks = type instanceof DateTime64Type;
    @Nullable String zone =
        type instanceof DateTime64Type time ? time.zone() : ((DateTimeType) type).zone();
    int precision = type instanceof DateTime64Type time ? time.precision() : 0;
    String seconds =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
            .format(Instant.EPOCH.atZone(zone == null ? ZoneOffset.UTC : ZoneId.of(zone)));
    return ticks && precision > 0 ? seconds + "." + "0".repeat(precision) : seconds;
  }

  private static String text(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\' || c == '/') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
