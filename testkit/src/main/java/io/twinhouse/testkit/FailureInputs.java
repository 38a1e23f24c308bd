// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Keeps the inputs of a test that fails, as files below {@code target/failures/}, and says so in
 * the failure. A test with generated input registers one ({@code @RegisterExtension final
 * FailureInputs inputs = new FailureInputs()}) and calls {@link #keep} before each try; a later
 * keep of the same name replaces the earlier, so what is saved is the input that failed. Not
 * thread-safe.
 */
public final class FailureInputs implements BeforeEachCallback, TestExecutionExceptionHandler {
  private final Path root;
  private final Map<String, byte[]> inputs = new LinkedHashMap<>();

  /** Saves below {@code target/failures}, relative to the module's directory. */
  public FailureInputs() {
    this(Path.of("target", "failures"));
  }

  /** Saves below another directory. */
  public FailureInputs(Path root) {
    this.root = root;
  }

  /** Remembers a text until the test ends; the name becomes the file's, {@code query.sql} say. */
  public void keep(String name, String text) {
    keep(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Remembers bytes until the test ends. The array is not copied. */
  public void keep(String name, byte[] bytes) {
    inputs.put(name, bytes);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    inputs.clear();
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    if (!inputs.isEmpty()) {
      String test = context.getRequiredTestClass().getSimpleName();
      thrown.addSuppressed(save(test, context.getRequiredTestMethod().getName()));
    }
    throw thrown;
  }

  Exception save(String test, String method) {
    Path directory = root.resolve(test).resolve(method);
    try {
      Files.createDirectories(directory);
      for (Map.Entry<String, byte[]> input : inputs.entrySet()) {
        Files.write(directory.resolve(input.getKey()), input.getValue());
      }
      return new SavedInputs(inputs.keySet() + " saved in " + directory);
    } catch (IOException failed) {
      return failed;
    }
  }

  /** Only a line in the report of a failure. */
  private static final class SavedInputs extends Exception {
    private static final long serialVersionUID = 1L;

    SavedInputs(String message) {
      super(message, null, false, false);
    }
  }
}
