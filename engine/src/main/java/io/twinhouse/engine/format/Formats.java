// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All formats by name. Names are matched as the server does, without regard to case. */
public final class Formats {

  private static final SortedMap<String, OutputFormat> OUTPUTS = byName();
  private static final SortedMap<String, InputFormat> INPUTS = byName();

  static {
    ServiceLoader.load(FormatProvider.class, Formats.class.getClassLoader())
        .forEach(
            provider -> {
              provider.outputs().forEach(format -> OUTPUTS.put(format.name(), format));
              provider.inputs().forEach(format -> INPUTS.put(format.name(), format));
            });
  }

  private Formats() {}

  private static <T> SortedMap<String, T> byName() {
    return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  }

  /**
   * The format that writes results.
   *
   * @throws TwinhouseException UNKNOWN_FORMAT, FORMAT_IS_NOT_SUITABLE_FOR_OUTPUT
   */
  public static OutputFormat output(String name) {
    OutputFormat format = OUTPUTS.get(name);
    if (format == null) {
      throw INPUTS.containsKey(name)
          ? unsuitable(ErrorCode.FORMAT_IS_NOT_SUITABLE_FOR_OUTPUT, name, "output")
          : unknown(name);
    }
    return format;
  }

  /**
   * The format that reads rows.
   *
   * @throws TwinhouseException UNKNOWN_FORMAT, FORMAT_IS_NOT_SUITABLE_FOR_INPUT
   */
  public static InputFormat input(String name) {
    InputFormat format = INPUTS.get(name);
    if (format == null) {
      throw OUTPUTS.containsKey(name) && AbsentFormats.insteadOf(name) == null
          ? unsuitable(ErrorCode.FORMAT_IS_NOT_SUITABLE_FOR_INPUT, name, "input")
          : unknown(name);
    }
    return format;
  }

  /** Names of all formats, in order. */
  public static SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(OUTPUTS.keySet());
    names.addAll(INPUTS.keySet());
    return names;
  }

  /** Whether there is a format of this name that reads rows. */
  public static boolean reads(String name) {
    return INPUTS.containsKey(name);
  }

  /** Whether there is a format of this name that writes results. */
  public static boolean writes(String name) {
    return OUTPUTS.containsKey(name);
  }

  private static TwinhouseException unsuitable(ErrorCode code, String name, String direction) {
    return new TwinhouseException(code, "Format " + name + " is not suitable for " + direction);
  }

  private static TwinhouseException unknown(String name) {
    String instead = AbsentFormats.insteadOf(name);
    if (instead != null) {
      return new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Format " + name + " is not implemented by the embedded engine; use " + instead);
    }
    return new TwinhouseException(ErrorCode.UNKNOWN_FORMAT, "Unknown format " + name);
  }
}
