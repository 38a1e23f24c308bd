// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server;

import java.io.PrintWriter;

/** One line on stderr that says what is going on; rewritten in place on a terminal. */
final class Progress {

  private static final long PAUSE_NANOS = 200_000_000;

  private final PrintWriter err;
  private final boolean terminal = System.console() != null;
  private long last = System.nanoTime();
  private int width;

  Progress(PrintWriter err) {
    this.err = err;
  }

  /** Something new begins; always shown. */
  void step(String text) {
    clear();
    err.println(text);
    err.flush();
  }

  /** How far it is; shown now and then, and on terminals only. */
  void at(String text) {
    long now = System.nanoTime();
    if (terminal && now - last > PAUSE_NANOS) {
      last = now;
      String padded = text.length() < width ? text + " ".repeat(width - text.length()) : text;
      err.print("\r" + padded);
      err.flush();
      width = text.length();
    }
  }

  /** Nothing is left on the line. */
  void clear() {
    if (width > 0) {
      err.print("\r" + " ".repeat(width) + "\r");
      err.flush();
      width = 0;
    }
  }
}
