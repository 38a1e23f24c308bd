// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.file;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A path that may stand for many files: {@code *} and {@code ?} within a name, {@code **} over
 * directories, <code>{a,b}</code> and <code>{1..3}</code>.
 */
public final class FilePattern {

  private static final Pattern RANGE = Pattern.compile("\\{(\\d+)\\.\\.(\\d+)}");

  /** As the server has it: with an empty first or last choice the brackets stand for themselves. */
  private static final Pattern CHOICE = Pattern.compile("\\{([^{}*,]+(?:[^{}*]*[^{}*,])?)}");

  private static final long MOST_OF_A_RANGE = 100_000;

  private final Path path;
  private final boolean many;

  /**
   * @param path absolute
   */
  public FilePattern(Path path) {
    this.path = path;
    String text = path.toString();
    many = isMagic(text);
  }

  /** Whether it may stand for other files than the one of that name. */
  public boolean isMany() {
    return many;
  }

  /** The files that are there, in order of their paths; without a pattern the one named. */
  public List<Path> files() {
    if (!many) {
      return List.of(path);
    }
    Path start = start();
    Pattern wanted = Pattern.compile(regexp(path.toString()));
    int depth = path.toString().contains("**") ? Integer.MAX_VALUE : depthBelow(start);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(start, depth)) {
      return found
          .filter(file -> wanted.matcher(file.toString()).matches() && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new TwinhouseException(ErrorCode.CANNOT_OPEN_FILE, "Cannot list " + start, e);
    }
  }

  private static boolean isMagic(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('{') >= 0;
  }

  /** The directory that every file is in. */
  private Path start() {
    Path start = path;
    while (isMagic(start.toString())) {
      Path parent = start.getParent();
      if (parent == null) {
        return start;
      }
      start = parent;
    }
    return start;
  }

  /** How many names the pattern has below {@code start}; a choice may hold some more. */
  private int depthBelow(Path start) {
    return path.getNameCount() - start.getNameCount();
  }

  private static String regexp(String glob) {
    StringBuilder regexp = new StringBuilder();
    int at = 0;
    while (at < glob.length()) {
      Matcher range = RANGE.matcher(glob).region(at, glob.length());
      Matcher choice = CHOICE.matcher(glob).region(at, glob.length());
      if (glob.startsWith("**/", at)) {
        regexp.append("(.*/)?");
        at += 3;
      } else if (glob.startsWith("**", at)) {
        regexp.append(".*");
        at += 2;
      } else if (range.lookingAt()) {
        regexp.append(numbers(range.group(1), range.group(2)));
        at = range.end();
      } else if (choice.lookingAt()) {
        regexp.append(choices(choice.group(1)));
        at = choice.end();
      } else {
        regexp.append(one(glob.charAt(at)));
        at++;
      }
    }
    return regexp.toString();
  }

  private static String one(char next) {
    return switch (next) {
      case '*' -> "[^/]*";
      case '?' -> "[^/]";
      default -> Pattern.quote(String.valueOf(next));
    };
  }

  private static String choices(String list) {
    return Stream.of(list.split(",", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(", ")"));
  }

  /** Numbers as wide as the first one where it begins with a zero. */
  private static String numbers(String first, String last) {
    long from = Math.min(Long.parseLong(first), Long.parseLong(last));
    long to = Math.max(Long.parseLong(first), Long.parseLong(last));
    if (to - from >= MOST_OF_A_RANGE) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "A range of file names has more than 100000 numbers: " + first + ".." + last);
    }
    boolean padded = first.startsWith("0") && first.length() > 1;
    String format = padded ? "%0" + first.length() + "d" : "%d";
    return IntStream.range(0, (int) (to - from) + 1)
        .mapToObj(i -> String.format(Locale.ROOT, format, from + i))
        .collect(Collectors.joining("|", "(", ")"));
  }
}
