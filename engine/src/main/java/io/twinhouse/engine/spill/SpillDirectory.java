// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spill;

import java.io.IOException;
import java.nio.file.Path;

/** Where spill files come from. Thread-safe; tests put a broken one in its place. */
public interface SpillDirectory extends AutoCloseable {

  /**
   * A directory of its own below {@code parent}, made when the first file is; directories that dead
   * processes left there are removed now.
   */
  static SpillDirectory below(Path parent) {
    return new DiskSpillDirectory(parent);
  }

  /** A directory that has no room for any file: state that does not fit memory is refused. */
  static SpillDirectory none() {
    return new SpillDirectory() {
      @Override
      public SpillFile create() throws IOException {
        throw new IOException("this engine was opened without a directory for temporary data");
      }

      @Override
      public void close() {
        // holds nothing
      }
    };
  }

  /** A new empty file. */
  SpillFile create() throws IOException;

  /** Removes the directory and whatever is left in it; idempotent. */
  @Override
  void close();
}
