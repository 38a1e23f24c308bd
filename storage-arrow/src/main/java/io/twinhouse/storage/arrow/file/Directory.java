// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A flat directory of files and sub-directories. Thread-safe. Names hold letters, digits, dots,
 * dashes and underscores only.
 *
 * <p>What a crash may lose: bytes of a file written after its last {@link FileOutput#sync()}, and
 * entries (created, renamed, deleted) since the last {@link #sync()} of the directory.
 */
public interface Directory extends Closeable {

  /** Bytes of a file that are in memory while it is copied. */
  int COPIED_AT_ONCE = 1 << 20;

  /**
   * Begins a file, replacing an older one of that name.
   *
   * @param expectedBytes how long it will probably be; only a hint
   */
  FileOutput create(String name, long expectedBytes) throws IOException;

  /** Cuts a file to {@code length} bytes and continues it; creates it when {@code length} is 0. */
  FileOutput append(String name, long length) throws IOException;

  /**
   * Opens a whole file for reading; it stays readable when it is deleted meanwhile.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  FileView open(String name) throws IOException;

  /** Replaces {@code to} by {@code from} in one step. */
  void rename(String from, String to) throws IOException;

  /**
   * Gives a file, which nobody changes any more, its name in another directory too; where that
   * cannot be, the bytes are copied and made durable. The name is durable when the directory is.
   */
  default void link(String name, Directory target) throws IOException {
    copy(name, Long.MAX_VALUE, target);
  }

  /** Copies the first bytes of a file, durably, in the place of what has that name there. */
  default void copy(String name, long most, Directory target) throws IOException {
    String beside = name + ".new";
    try (FileView view = open(name)) {
      long length = Math.min(most, view.size());
      try (FileOutput output = target.create(beside, length)) {
        for (long at = 0; at < length; at += COPIED_AT_ONCE) {
          byte[] piece = view.bytes(at, (int) Math.min(COPIED_AT_ONCE, length - at));
          output.write(piece, 0, piece.length);
        }
        output.sync();
      }
    }
    target.rename(beside, name);
  }

  /** Deletes a file if it is there. */
  void delete(String name) throws IOException;

  /** Whether there is a file of that name. */
  boolean exists(String name) throws IOException;

  /** Names of files, in order. */
  List<String> files() throws IOException;

  /** Names of sub-directories, in order. */
  List<String> directories() throws IOException;

  /** Makes all bytes of a file durable, whoever has written them. */
  void sync(String name) throws IOException;

  /** Makes entries durable. */
  void sync() throws IOException;

  /** A sub-directory, created if missing. */
  Directory directory(String name) throws IOException;

  /** Deletes a sub-directory and all in it, if it is there. */
  void deleteDirectory(String name) throws IOException;

  /**
   * Keeps other processes, and other openers in this one, out until what is returned is closed.
   *
   * @throws IOException when somebody else holds the directory
   */
  Closeable lock() throws IOException;

  /** Where it is on disk; empty for one that is not there as such. */
  default Optional<String> path() {
    return Optional.empty();
  }

  /** Whether files outlive this object. */
  boolean isDurable();

  /** Frees what this object holds; files in RAM are gone once their last view is closed. */
  @Override
  void close() throws IOException;
}
