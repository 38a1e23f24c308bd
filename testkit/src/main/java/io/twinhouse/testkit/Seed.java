// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit;

import java.security.SecureRandom;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives tests their random numbers: {@code @ExtendWith(Seed.class)} and a parameter of type {@link
 * RandomSource}. Each JVM draws one master seed and prints it at its first use; {@code
 * -Dtwinhouse.seed=<hexadecimal>} sets it. A test's own seed depends on the master, its class and
 * its name alone, so one test replays alone exactly as it ran among others. A failing test says
 * how.
 */
public final class Seed implements ParameterResolver, TestExecutionExceptionHandler {
  private static final String PROPERTY = "twinhouse.seed";

  /** Called by JUnit. */
  public Seed() {}

  /** The random source of a name under this JVM's master seed, for use outside JUnit methods. */
  public static RandomSource sourceOf(String name) {
    long seed = Master.VALUE;
    for (int i = 0; i < name.length(); i++) {
      seed = mix(seed ^ name.charAt(i));
    }
    return RandomSource.of(seed);
  }

  /** What to add to the command line to see the same again. */
  public static String replay() {
    return "-D" + PROPERTY + "=" + Long.toHexString(Master.VALUE);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RandomSource.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    String method = context.getTestMethod().map(m -> "." + m.getName()).orElse("");
    return sourceOf(context.getRequiredTestClass().getName() + method + repetition(context));
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    thrown.addSuppressed(new Replay());
    throw thrown;
  }

  /** Repeated and parameterized tests have the same method, but another id each. */
  private static String repetition(ExtensionContext context) {
    String id = context.getUniqueId();
    int invocation = id.lastIndexOf("invocation:");
    return invocation < 0 ? "" : id.substring(invocation);
  }

  /** The finalizer of SplittableRandom's generator (David Stafford's variant 13). */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Holder, so that JVMs whose tests draw nothing print nothing. */
  private static final class Master {
    static final long VALUE = choose();

    private static long choose() {
      String given = System.getProperty(PROPERTY);
      if (given != null && !given.isBlank()) {
        return Long.parseUnsignedLong(given.strip(), 16);
      }
      long drawn = new SecureRandom().nextLong();
      System.err.println("Random tests replay with -D" + PROPERTY + "=" + Long.toHexString(drawn));
      return drawn;
    }
  }

  /** Only a line in the report of a failure; its stack would tell nothing. */
  private static final class Replay extends Exception {
    private static final long serialVersionUID = 1L;

    Replay() {
      super("replay with " + replay(), null, false, false);
    }
  }
}
