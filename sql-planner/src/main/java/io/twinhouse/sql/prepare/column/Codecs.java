// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare.column;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The codecs that a column declares, as the server checks and completes them. They never change an
 * answer: the store compresses by means of its own.
 */
public final class Codecs {

  private static final Set<String> GENERIC = Set.of("LZ4", "LZ4HC", "ZSTD", "Default");
  private static final Set<String> OF_FLOATS = Set.of("Gorilla", "FPC");
  private static final Set<String> PREPARING = Set.of("Delta", "DoubleDelta", "GCD", "T64");
  private static final Set<String> NOT_COMPRESSING = Set.of("Delta", "GCD");

  private final Type column;
  private final List<Call> codecs;

  private Codecs(Type column, List<Call> codecs) {
    this.column = column;
    this.codecs = codecs;
  }

  /**
   * The codecs with the parameters that were left out; empty for none.
   *
   * @param suspicious whether combinations that make no sense are allowed
   * @throws TwinhouseException BAD_ARGUMENTS, UNKNOWN_CODEC, ILLEGAL_CODEC_PARAMETER, ...
   */
  public static String of(Type column, List<Call> codecs, boolean suspicious) {
    return codecs.isEmpty() ? "" : new Codecs(column, codecs).text(suspicious);
  }

  private String text(boolean suspicious) {
    List<Type> leaves = new ArrayList<>();
    leaves(column, leaves);
    Set<String> texts =
        leaves.stream().map(leaf -> text(leaf, suspicious)).collect(Collectors.toSet());
    // of elements that differ nothing is completed
    return texts.size() == 1
        ? texts.iterator().next()
        : codecs.stream().map(Codecs::asWritten).collect(Collectors.joining(", "));
  }

  private static void leaves(Type type, List<Type> found) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      leaves(array.element(), found);
    } else if (base instanceof MapType map) {
      leaves(map.entry(), found);
    } else if (base instanceof TupleType tuple) {
      tuple.elements().forEach(element -> leaves(element, found));
    } else {
      found.add(base);
    }
  }

  private String text(Type leaf, boolean suspicious) {
    List<String> texts =
        codecs.stream().map(codec -> new CodecParameters(codec, leaf).text()).toList();
    String all = String.join(", ", texts);
    if (!suspicious) {
      requireSense(leaf, all);
    }
    return all;
  }

  private void requireSense(Type leaf, String all) {
    List<String> names = codecs.stream().map(Call::name).toList();
    boolean several = names.size() > 1;
    if (several && names.contains("NONE")) {
      throw senseless("to have codec NONE along with other compression codecs: " + all);
    }
    for (int i = 0; i < names.size() - 1; i++) {
      if (GENERIC.contains(names.get(i))) {
        throw senseless("to apply any transformations after generic compression, as in " + all);
      }
    }
    if (NOT_COMPRESSING.containsAll(names)) {
      throw refused(
          "Compression codec "
              + all
              + " does not compress anything. You may want to add generic compression algorithm"
              + " after other transformations, like: "
              + all
              + ", LZ4.");
    }
    boolean floats = names.stream().anyMatch(OF_FLOATS::contains);
    if (floats && leaf.lane() != Lane.DOUBLE) {
      throw senseless(
          "to apply a floating-point time series codec to non-floating columns: " + all);
    }
    if (floats && names.stream().anyMatch(PREPARING::contains)) {
      throw senseless("to prepare values for a floating-point time series codec: " + all);
    }
  }

  private static TwinhouseException senseless(String what) {
    return refused("It does not make sense " + what);
  }

  private static TwinhouseException refused(String message) {
    return new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS,
        message + " (Note: you can enable setting 'allow_suspicious_codecs' to skip this check)");
  }

  /** A codec with the parameters that were given. */
  public static String asWritten(Call codec) {
    return codec.arguments().isEmpty() ? codec.name() : SqlPrinter.print(codec);
  }
}
