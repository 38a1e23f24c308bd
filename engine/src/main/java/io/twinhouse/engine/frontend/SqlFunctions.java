// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.frontend;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Quoting;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The functions that CREATE FUNCTION made, each the text of a lambda. With a directory each is kept
 * in a file of its own, which is replaced in one step. Thread-safe.
 */
public final class SqlFunctions {

  private static final String PREFIX = "function_";
  private static final String SUFFIX = ".sql";

  private final @Nullable Path directory;
  private volatile Map<String, String> lambdas;

  private SqlFunctions(@Nullable Path directory, Map<String, String> lambdas) {
    this.directory = directory;
    this.lambdas = lambdas;
  }

  /** No functions, and none that is kept beyond the process. */
  public static SqlFunctions inMemory() {
    return new SqlFunctions(null, Map.of());
  }

  /** Those kept in a directory, which is made with the first function. */
  public static SqlFunctions in(Path directory) {
    Map<String, String> kept = new TreeMap<>();
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          String name = String.valueOf(file.getFileName());
          if (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) {
            read(file, name.substring(PREFIX.length(), name.length() - SUFFIX.length()), kept);
          }
        }
      } catch (IOException e) {
        throw failure("read", e);
      }
    }
    return new SqlFunctions(directory, kept);
  }

  private static void read(Path file, String escaped, Map<String, String> kept) throws IOException {
    String name = URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    String text = Files.readString(file, StandardCharsets.UTF_8).strip();
    String start = start(name);
    if (!text.startsWith(start)) {
      throw new IOException(file + " does not begin with " + start);
    }
    kept.put(name, text.substring(start.length()));
  }

  private static String start(String name) {
    return "CREATE FUNCTION " + Quoting.name(name) + " AS ";
  }

  /** Lambdas by name, in order of name. */
  public Map<String, String> all() {
    return lambdas;
  }

  /** The lambda behind a name, whose case matters. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(lambdas.get(name));
  }

  /**
   * Makes a function.
   *
   * @throws TwinhouseException FUNCTION_ALREADY_EXISTS
   */
  synchronized void create(Statement.CreateFunction statement) {
    String name = statement.name();
    if (lambdas.containsKey(name) && !statement.replace()) {
      if (statement.ifNotExists()) {
        return;
      }
      throw new TwinhouseException(
          ErrorCode.FUNCTION_ALREADY_EXISTS, "User-defined object '" + name + "' already exists");
    }
    if (directory != null) {
      try {
        write(directory, file(directory, name), start(name) + statement.lambda() + "\n");
      } catch (IOException e) {
        throw failure("written", e);
      }
    }
    Map<String, String> changed = new TreeMap<>(lambdas);
    changed.put(name, statement.lambda());
    lambdas = changed;
  }

  /**
   * Drops a function.
   *
   * @throws TwinhouseException UNKNOWN_FUNCTION
   */
  synchronized void drop(Statement.DropFunction statement) {
    String name = statement.name();
    if (!lambdas.containsKey(name)) {
      if (statement.ifExists()) {
        return;
      }
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_FUNCTION, "User-defined object '" + name + "' doesn't exist");
    }
    if (directory != null) {
      try {
        Files.deleteIfExists(file(directory, name));
        force(directory, StandardOpenOption.READ);
      } catch (IOException e) {
        throw failure("removed", e);
      }
    }
    Map<String, String> changed = new TreeMap<>(lambdas);
    changed.remove(name);
    lambdas = changed;
  }

  /** Does what a statement about functions says. */
  public void change(Statement statement) {
    if (statement instanceof Statement.CreateFunction create) {
      create(create);
    } else if (statement instanceof Statement.DropFunction drop) {
      drop(drop);
    }
  }

  private static Path file(Path directory, String name) {
    return directory.resolve(PREFIX + URLEncoder.encode(name, StandardCharsets.UTF_8) + SUFFIX);
  }

  private static void write(Path directory, Path file, String text) throws IOException {
    Files.createDirectories(directory);
    Path fresh = directory.resolve(file.getFileName() + ".tmp");
    Files.writeString(fresh, text, StandardCharsets.UTF_8);
    force(fresh, StandardOpenOption.WRITE);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(directory, StandardOpenOption.READ);
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  private static TwinhouseException failure(String what, IOException e) {
    return new TwinhouseException(
        ErrorCode.STD_EXCEPTION, "Functions could not be " + what + ": " + e.getMessage(), e);
  }
}
