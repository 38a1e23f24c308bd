// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.shell;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;

/** A program that shows what is written, such as {@code less}; closing it waits until it ends. */
public final class Pager extends FilterOutputStream {

  private final Process process;
  private boolean left;
  private boolean closed;

  private Pager(Process process) {
    super(new BufferedOutputStream(process.getOutputStream()));
    this.process = process;
  }

  /**
   * Starts a command of the shell, on the terminal of this process.
   *
   * @throws TwinhouseException CANNOT_OPEN_FILE when there is no shell
   */
  public static Pager start(String command) {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
    builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      return new Pager(builder.start());
    } catch (IOException missing) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_OPEN_FILE,
          "The pager " + command + " cannot be started: " + missing.getMessage(),
          missing);
    }
  }

  /** Something that is done to the pager's input. */
  private interface Step {
    void run() throws IOException;
  }

  /** A pager that has been left takes no more: whoever looked has seen enough. */
  private void unlessLeft(Step step) {
    try {
      step.run();
    } catch (IOException gone) {
      left = true;
    }
  }

  @Override
  public void write(int value) {
    if (!left) {
      unlessLeft(() -> out.write(value));
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (!left) {
      unlessLeft(() -> out.write(bytes, offset, length));
    }
  }

  @Override
  public void flush() {
    if (!left) {
      unlessLeft(out::flush);
    }
  }

  /** Waits until whoever looks has left. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    unlessLeft(out::close);
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the pager was open");
    }
  }
}
