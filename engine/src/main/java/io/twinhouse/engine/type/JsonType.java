// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * JSON, and what its declaration says of paths. In flight a value is its JSON text with marks;
 * paths that have a type are always there, with the default of the type where they were missing.
 *
 * @param maxTypes how many types a path may have before the server keeps the others apart
 * @param maxPaths likewise for paths; neither changes what is read
 * @param declared the types that paths have, steps joined by dots
 * @param skipped paths that are left out, with all below them, ascending
 * @param skippedPatterns paths that are left out where one of these is found in them, ascending
 */
public record JsonType(
    int maxTypes,
    int maxPaths,
    SortedMap<String, Type> declared,
    List<String> skipped,
    List<String> skippedPatterns)
    implements Type {

  static final int DEFAULT_TYPES = 32;

  /** How many paths the server keeps apart where the declaration does not say. */
  public static final int DEFAULT_PATHS = 1024;

  /** JSON without arguments. */
  public static final JsonType JSON =
      new JsonType(DEFAULT_TYPES, DEFAULT_PATHS, new TreeMap<>(), List.of(), List.of());

  public JsonType {
    declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
    skipped = List.copyOf(skipped);
    skippedPatterns = List.copyOf(skippedPatterns);
  }

  /**
   * Whether the declaration gives paths a type or leaves some out: then a value is not its text
   * alone, since such paths are converted, and have a default where they are missing.
   */
  public boolean namesPaths() {
    return !declared.isEmpty() || !skipped.isEmpty() || !skippedPatterns.isEmpty();
  }

  /** The type of the object at a path, whose own paths begin behind it. */
  public JsonType within(List<String> path) {
    String prefix = String.join(".", path) + ".";
    SortedMap<String, Type> inner = new TreeMap<>();
    declared.forEach(
        (name, type) -> {
          if (name.startsWith(prefix)) {
            inner.put(name.substring(prefix.length()), type);
          }
        });
    return new JsonType(maxTypes, maxPaths, inner, skipped, skippedPatterns);
  }

  /** The type of objects within arrays at paths without a type, which share the limits. */
  public JsonType inArrays() {
    return new JsonType(maxTypes / 2, maxPaths / 4, new TreeMap<>(), List.of(), List.of());
  }

  @Override
  public String name() {
    List<String> arguments = new ArrayList<>();
    if (maxTypes != DEFAULT_TYPES) {
      arguments.add("max_dynamic_types=" + maxTypes);
    }
    if (maxPaths != DEFAULT_PATHS) {
      arguments.add("max_dynamic_paths=" + maxPaths);
    }
    for (Map.Entry<String, Type> path : declared.entrySet()) {
      arguments.add(Quoting.nameIfNeeded(path.getKey()) + " " + path.getValue().name());
    }
    skipped.forEach(path -> arguments.add("SKIP " + Quoting.nameIfNeeded(path)));
    skippedPatterns.forEach(pattern -> arguments.add("SKIP REGEXP " + Quoting.text(pattern)));
    return arguments.isEmpty() ? "JSON" : "JSON(" + String.join(", ", arguments) + ")";
  }

  /** Whether a value of the type is JSON or holds some. */
  public static boolean isIn(Type type) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      return isIn(array.element());
    }
    if (base instanceof TupleType tuple) {
      return tuple.elements().stream().anyMatch(JsonType::isIn);
    }
    if (base instanceof MapType map) {
      return isIn(map.value());
    }
    return base instanceof JsonType;
  }

  @Override
  public boolean isOpaque() {
    return true;
  }

  @Override
  public Lane lane() {
    return Lane.BYTES;
  }

  /**
   * What stands between the parentheses of JSON: parameters, paths with a type, paths to leave out.
   */
  static final class Declaration {

    private static final int MOST_TYPES = 254;
    private static final int MOST_PATHS = 10000;

    private final TypeTokens tokens;
    private final Supplier<Type> types;
    private int maxTypes = DEFAULT_TYPES;
    private int maxPaths = DEFAULT_PATHS;
    private final SortedMap<String, Type> declared = new TreeMap<>();
    private final TreeSet<String> skipped = new TreeSet<>();
    private final TreeSet<String> patterns = new TreeSet<>();

    private Declaration(TypeTokens tokens, Supplier<Type> types) {
      this.tokens = tokens;
      this.types = types;
    }

    /**
     * Reads up to the parenthesis that closes the one just taken.
     *
     * @param types reads one type
     */
    static JsonType read(TypeTokens tokens, Supplier<Type> types) {
      Declaration declaration = new Declaration(tokens, types);
      if (!tokens.takeIf(")")) {
        do {
          declaration.argument();
        } while (tokens.takeIf(","));
        tokens.expect(")");
      }
      return declaration.type();
    }

    private void argument() {
      if (tokens.peek(1).equals("=")) {
        parameter(tokens.take());
        return;
      }
      boolean skip = tokens.peek().toUpperCase(Locale.ROOT).equals("SKIP");
      if (skip && tokens.peek(1).toUpperCase(Locale.ROOT).equals("REGEXP")) {
        tokens.take();
        tokens.take();
        pattern(tokens.peek().startsWith("'") ? tokens.take() : "");
      } else if (skip) {
        tokens.take();
        skipped.add(path());
      } else {
        String path = path();
        if (declared.put(path, types.get()) != null) {
          throw new TwinhouseException(
              ErrorCode.BAD_ARGUMENTS, "Found duplicated path with type: " + path);
        }
      }
    }

    private void parameter(String name) {
      boolean isTypes = name.equals("max_dynamic_types");
      if (!isTypes && !name.equals("max_dynamic_paths")) {
        throw new TwinhouseException(
            ErrorCode.UNEXPECTED_AST_STRUCTURE,
            "Unexpected parameter in JSON type arguments: "
                + name
                + ". Expected 'max_dynamic_types' or `max_dynamic_paths`");
      }
      tokens.take();
      String text = tokens.take();
      int most = isTypes ? MOST_TYPES : MOST_PATHS;
      int value = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
      if (value < 0 || value > most) {
        throw new TwinhouseException(
            ErrorCode.UNEXPECTED_AST_STRUCTURE,
            "'"
                + name
                + "' parameter for JSON type should be a positive integer between 0 and "
                + most
                + ". Got "
                + text);
      }
      maxTypes = isTypes ? value : maxTypes;
      maxPaths = isTypes ? maxPaths : value;
    }

    private void pattern(String token) {
      if (token.isEmpty()) {
        throw tokens.syntaxError(0);
      }
      String pattern = TypeTokens.unquote(token);
      try {
        Pattern.compile(pattern);
      } catch (PatternSyntaxException e) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_COMPILE_REGEXP, "Invalid regexp '" + pattern + "': " + e.getMessage());
      }
      patterns.add(pattern);
    }

    /** Steps joined by dots, each in quotes or without. */
    private String path() {
      String token = tokens.take();
      StringBuilder path = new StringBuilder(TypeTokens.unquote(token));
      while (token.endsWith(".") || tokens.peek().startsWith(".")) {
        token = tokens.take();
        path.append(TypeTokens.unquote(token));
      }
      return path.toString();
    }

    private JsonType type() {
      for (Map.Entry<String, Type> path : declared.entrySet()) {
        String name = path.getKey();
        for (String skip : skipped) {
          if (name.equals(skip) || name.startsWith(skip + ".")) {
            throw new TwinhouseException(
                ErrorCode.BAD_ARGUMENTS,
                "Path '"
                    + name
                    + "' is specified with the data type ('"
                    + path.getValue().name()
                    + "') and matches the SKIP path prefix '"
                    + skip
                    + "'");
          }
        }
        requireReadable(path.getValue(), true);
        if (declared.keySet().stream().anyMatch(other -> other.startsWith(name + "."))) {
          throw refused("the path " + name + " that has a type, and other paths below it");
        }
      }
      return new JsonType(
          maxTypes, maxPaths, declared, new ArrayList<>(skipped), new ArrayList<>(patterns));
    }

    private static TwinhouseException refused(String what) {
      return new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "JSON with " + what + " is not supported");
    }

    /** Times travel as texts, and an hour that comes twice has but one. */
    private static boolean isMoving(@Nullable String zone) {
      return zone != null && !ZoneId.of(zone).getRules().isFixedOffset();
    }

    private static boolean isUnread(Type base) {
      return base instanceof DynamicType
          || base instanceof FloatType.Brain
          || base instanceof IntervalType
          || base instanceof NothingType
          || base instanceof AggregateFunctionType;
    }

    private static void requireReadable(Type type, boolean outermost) {
      Type base = type.base();
      if (base instanceof ArrayType array) {
        requireReadable(array.element(), false);
      } else if (base instanceof TupleType tuple) {
        tuple.elements().forEach(element -> requireReadable(element, false));
      } else if (base instanceof MapType map) {
        if (!(map.key().base() instanceof StringType)) {
          throw new TwinhouseException(
              ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
              "JSON serialization doesn't support the return type schema: "
                  + map.name()
                  + " with key type not String");
        }
        requireReadable(map.value(), false);
      } else if (base instanceof JsonType ? !outermost || type.isNullable() : isUnread(base)) {
        throw refused("a path of type " + type.name());
      } else if (base instanceof DateTimeType time && isMoving(time.zone())) {
        throw refused("a path of type " + type.name() + ", whose zone has summer time,");
      } else if (base instanceof DateTime64Type time && isMoving(time.zone())) {
        throw refused("a path of type " + type.name() + ", whose zone has summer time,");
      }
    }
  }
}
