// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spill;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A directory named {@code spill-<uuid>} that holds a locked file as long as its process lives: so
 * another process knows which directories are nobody's any more.
 */
final class DiskSpillDirectory implements SpillDirectory {

  private static final String PREFIX = "spill-";
  private static final String LOCK = "lock";

  private final Path parent;
  private final Set<DiskFile> files = ConcurrentHashMap.newKeySet();
  private @Nullable Path directory;
  private @Nullable FileChannel lock;
  private long created;
  private boolean closed;

  DiskSpillDirectory(Path parent) {
    this.parent = parent;
    removeLeftovers();
  }

  private void removeLeftovers() {
    if (!Files.isDirectory(parent)) {
      return;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path candidate : found) {
        if (isAbandoned(candidate)) {
          remove(candidate);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAbandoned(Path candidate) {
    Path file = candidate.resolve(LOCK);
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      return held != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      // somebody else removes it at the same time
      return false;
    }
  }

  /** Deletes a directory of plain files, the lock last: what is half removed is found again. */
  private static void remove(Path target) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(target)) {
      for (Path entry : entries) {
        if (!entry.endsWith(LOCK)) {
          Files.deleteIfExists(entry);
        }
      }
    }
    Files.deleteIfExists(target.resolve(LOCK));
    Files.deleteIfExists(target);
  }

  @Override
  public synchronized SpillFile create() throws IOException {
    if (closed) {
      throw new IOException("the directory for temporary data is closed");
    }
    Path own = directory;
    if (own == null) {
      own = parent.resolve(PREFIX + UUID.randomUUID());
      Files.createDirectories(own);
      lock =
          FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock.lock();
      directory = own;
    }
    DiskFile file = new DiskFile(own.resolve(Long.toString(created++)));
    files.add(file);
    return file;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      for (DiskFile file : files) {
        file.close();
      }
      if (lock != null) {
        lock.close();
      }
      if (directory != null) {
        remove(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Not a channel: interrupting a thread must not close the file under the query. */
  private final class DiskFile implements SpillFile {

    private final Path path;
    private final RandomAccessFile file;
    private long end;

    DiskFile(Path path) throws IOException {
      this.path = path;
      file = new RandomAccessFile(path.toFile(), "rw");
    }

    @Override
    public void append(byte[] source, int length) throws IOException {
      file.seek(end);
      file.write(source, 0, length);
      end += length;
    }

    @Override
    public void read(long position, byte[] target, int length) throws IOException {
      file.seek(position);
      file.readFully(target, 0, length);
    }

    @Override
    public void close() throws IOException {
      if (files.remove(this)) {
        file.close();
        Files.deleteIfExists(path);
      }
    }
  }
}
