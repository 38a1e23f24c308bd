// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.file;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All compressions by name and by the endings of files. */
public final class Compressions {

  /** What the server compresses with and we do not. */
  private static final Set<String> NOT_HERE = Set.of("br", "brotli", "xz", "lzma", "bz2", "snappy");

  private static final Map<String, Compression> BY_NAME = new HashMap<>();

  static {
    ServiceLoader.load(CompressionProvider.class, Compressions.class.getClassLoader())
        .forEach(provider -> provider.compressions().forEach(Compressions::add));
  }

  private Compressions() {}

  private static void add(Compression compression) {
    BY_NAME.put(compression.name(), compression);
    compression.otherNames().forEach(name -> BY_NAME.put(name, compression));
  }

  /**
   * The compression of a file; null for none.
   *
   * @param method as a statement has it; null, {@code ''} and {@code auto} go by the file's name
   * @throws TwinhouseException NOT_IMPLEMENTED
   */
  public static @Nullable Compression of(String path, @Nullable String method) {
    String name = method == null ? "auto" : method.toLowerCase(Locale.ROOT);
    if (name.equals("none")) {
      return null;
    }
    boolean told = !name.isEmpty() && !name.equals("auto");
    String wanted = told ? name : ending(path);
    Compression found = BY_NAME.get(wanted);
    if (found == null && (told || NOT_HERE.contains(wanted))) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          NOT_HERE.contains(wanted)
              ? "Compression method '" + wanted + "' is not supported here; use gzip or zstd"
              : "Unknown compression method '"
                  + wanted
                  + "'. Only 'auto', 'none', 'gzip', 'deflate', 'zstd', 'lz4' are supported as"
                  + " compression methods");
    }
    return found;
  }

  /** The path without the ending that tells its compression. */
  static String withoutEnding(String path) {
    String ending = ending(path);
    boolean compressed = BY_NAME.containsKey(ending) || NOT_HERE.contains(ending);
    return compressed ? path.substring(0, path.length() - ending.length() - 1) : path;
  }

  /** What stands behind the last dot of a file's name, in small letters; empty without a dot. */
  static String ending(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
