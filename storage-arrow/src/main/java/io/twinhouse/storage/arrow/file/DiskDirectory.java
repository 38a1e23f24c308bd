// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.file;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A directory of the file system; files are mapped. */
public final class DiskDirectory implements Directory {

  private final Path path;

  /**
   * @throws IOException if the directory can be neither found nor created
   * @throws TwinhouseException BAD_ARGUMENTS if a file is in its place
   */
  public DiskDirectory(Path path) throws IOException {
    this.path = path;
    if (Files.isRegularFile(path)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "A store is a directory, but " + path + " is a file; give another path");
    }
    Files.createDirectories(path);
  }

  /**
   * The directory that {@code text} names.
   *
   * @throws IllegalArgumentException if the text cannot be a path
   */
  public static DiskDirectory named(String text) throws IOException {
    return new DiskDirectory(Path.of(text));
  }

  @Override
  public Optional<String> path() {
    return Optional.of(path.toString());
  }

  @Override
  public FileOutput create(String name, long expectedBytes) throws IOException {
    return new DiskOutput(
        FileChannel.open(
            path.resolve(name),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE),
        0);
  }

  @Override
  public FileOutput append(String name, long length) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.size() < length) {
        throw new IOException(name + " is shorter than " + length + " bytes");
      }
      channel.truncate(length).position(length);
      return new DiskOutput(channel, length);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public FileView open(String name) throws IOException {
    return new DiskView(FileChannel.open(path.resolve(name), StandardOpenOption.READ));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    Files.move(
        path.resolve(from),
        path.resolve(to),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void link(String name, Directory target) throws IOException {
    if (!(target instanceof DiskDirectory other)) {
      copy(name, Long.MAX_VALUE, target);
      return;
    }
    other.delete(name);
    try {
      Files.createLink(other.path.resolve(name), path.resolve(name));
    } catch (FileSystemException | UnsupportedOperationException e) {
      copy(name, Long.MAX_VALUE, target);
    }
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(path.resolve(name));
  }

  @Override
  public boolean exists(String name) {
    return Files.exists(path.resolve(name));
  }

  @Override
  public List<String> files() throws IOException {
    return names(entry -> Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS));
  }

  @Override
  public List<String> directories() throws IOException {
    return names(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS));
  }

  private List<String> names(Predicate<Path> kind) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        if (kind.test(entry)) {
          names.add(entry.getFileName().toString());
        }
      }
    }
    names.sort(null);
    return names;
  }

  @Override
  public void sync(String name) throws IOException {
    try (FileChannel channel = FileChannel.open(path.resolve(name), StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  @Override
  public void sync() throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public Directory directory(String name) throws IOException {
    boolean isNew = !Files.isDirectory(path.resolve(name));
    Directory child = new DiskDirectory(path.resolve(name));
    if (isNew) {
      // what is written into it would be lost with its name
      sync();
    }
    return child;
  }

  @Override
  public void deleteDirectory(String name) throws IOException {
    Path target = path.resolve(name);
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      DiskDirectory directory = new DiskDirectory(target);
      for (String child : directory.directories()) {
        directory.deleteDirectory(child);
      }
      for (String file : directory.files()) {
        directory.delete(file);
      }
      Files.deleteIfExists(target);
    }
  }

  @Override
  public Closeable lock() throws IOException {
    Path file = path.resolve("lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new IOException("this process has " + path + " open already", e);
    }
    channel.close();
    throw new IOException("another process has " + path + " open");
  }

  @Override
  public boolean isDurable() {
    return true;
  }

  @Override
  public void close() {
    // views and outputs own their channels
  }
}
