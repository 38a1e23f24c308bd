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
