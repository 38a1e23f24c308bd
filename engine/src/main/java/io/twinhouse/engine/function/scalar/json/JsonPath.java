// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path of SQL/JSON as the server reads it: {@code $}, then members ({@code .name}, {@code
 * ."any"}, {@code ['any']}) and elements ({@code [0]}, {@code [1, 3 to 5]} without the last, {@code
 * [*]}). Not thread-safe.
 */
final class JsonPath {

  private static final String QUOTED = "\"[^\"\\\\]*\"|'[^'\\\\]*'|`[^`\\\\]*`";
  private static final Pattern STEP =
      Pattern.compile(
          "\\.(?<name>[A-Za-z_][A-Za-z0-9_$]*|"
              + QUOTED
              + ")"
              + "|\\[(?<key>"
              + QUOTED
              + ")\\]|\\[(?<all>\\*)\\]|\\[(?<ranges>[0-9]{1,9}(?: to [0-9]{1,9})?(?:,"
              + " ?[0-9]{1,9}(?: to [0-9]{1,9})?)*)\\]");

  private static final Pattern RANGE = Pattern.compile("([0-9]+)(?: to ([0-9]+))?");

  private final List<Step> steps;
  private final JsonContainers containers = new JsonContainers(false);
  private final JsonKey keys = new JsonKey(false);

  private JsonPath(List<Step> steps) {
    this.steps = steps;
  }

  /** One step: a member by its key, or elements. */
  private sealed interface Step {}

  private record Member(byte[] key) implements Step {}

  /** Elements {@code [from, to)} for each pair, in the order of the pairs. */
  private record Elements(List<int[]> ranges) implements Step {}

  /** Receives the places that a path leads to. */
  interface Visitor {
    /** Looks at the value {@code [from, to)}; false to see no more. */
    boolean value(int from, int to);
  }

  /**
   * @throws TwinhouseException BAD_ARGUMENTS if {@code text} is no path, NOT_IMPLEMENTED if it may
   *     be one that only the server knows
   */
  static JsonPath parse(String text) {
    if (!text.strip().startsWith("$")) {
      throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "Unable to parse JSONPath: " + text);
    }
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    for (int at = text.indexOf('$') + 1; at < text.length(); at = matcher.end()) {
      matcher.region(at, text.length());
      if (!matcher.lookingAt()) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED, "The JSONPath " + text + " is not implemented");
      }
      steps.add(step(matcher));
    }
    return new JsonPath(List.copyOf(steps));
  }

  private static Step step(Matcher matcher) {
    if (matcher.group("all") != null) {
      return new Elements(List.of(new int[] {0, Integer.MAX_VALUE}));
    }
    String ranges = matcher.group("ranges");
    if (ranges != null) {
      return new Elements(RANGE.matcher(ranges).results().map(JsonPath::range).toList());
    }
    String name = matcher.group("name") == null ? matcher.group("key") : matcher.group("name");
    boolean bare = Character.isLetter(name.charAt(0)) || name.charAt(0) == '_';
    String key = bare ? name : name.substring(1, name.length() - 1);
    return new Member(key.getBytes(StandardCharsets.UTF_8));
  }

  private static int[] range(MatchResult range) {
    int from = Integer.parseInt(range.group(1));
    return new int[] {from, range.group(2) == null ? from + 1 : Integer.parseInt(range.group(2))};
  }

  /** Shows the places below the well-formed value {@code [from, to)}. */
  void visit(byte[] data, int from, int to, Visitor visitor) {
    visit(data, from, to, 0, visitor);
  }

  private boolean visit(byte[] data, int from, int to, int depth, Visitor visitor) {
    if (depth == steps.size()) {
      return visitor.value(from, to);
    }
    Step step = steps.get(depth);
    if (step instanceof Member member) {
      int[] place = data[from] == '{' ? place(data, from, to, member.key) : null;
      return place == null || visit(data, place[0], place[1], depth + 1, visitor);
    }
    if (data[from] != '[') {
      return true;
    }
    List<int[]> places = new ArrayList<>();
    containers.visit(data, from, to, (n, m, start, end) -> places.add(new int[] {start, end}));
    for (int[] range : ((Elements) step).ranges) {
      for (int i = range[0]; i < Math.min(range[1], places.size()); i++) {
        if (!visit(data, places.get(i)[0], places.get(i)[1], depth + 1, visitor)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Where the first member of that key is. */
  private int @Nullable [] place(byte[] data, int from, int to, byte[] key) {
    int[] found = new int[2];
    containers.visit(
        data,
        from,
        to,
        (nameFrom, nameTo, start, end) -> {
          boolean same = keys.same(data, nameFrom, nameTo, key, 0, key.length);
          found[0] = same ? start : 0;
          found[1] = same ? end : 0;
          return !same;
        });
    return found[1] == 0 ? null : found;
  }
}
