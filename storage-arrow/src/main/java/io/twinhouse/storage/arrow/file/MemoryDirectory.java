// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files in Arrow buffers. A deleted or replaced file lives on until its last view is closed. */
public final class MemoryDirectory implements Directory {

  private final ArrowMemory memory;
  private final Map<String, MemoryFile> files = new TreeMap<>();
  private final Map<String, MemoryDirectory> directories = new TreeMap<>();

  /**
   * @param memory where the files' buffers come from; closed by its owner
   */
  public MemoryDirectory(ArrowMemory memory) {
    this.memory = memory;
  }

  @Override
  public FileOutput create(String name, long expectedBytes) {
    return new MemoryOutput(this, name, memory, expectedBytes);
  }

  @Override
  public synchronized FileOutput append(String name, long length) throws IOException {
    MemoryOutput output = new MemoryOutput(this, name, memory, length);
    MemoryFile old = files.get(name);
    if (length > 0) {
      try {
        if (old == null || old.size() < length) {
          throw new IOException(name + " is shorter than " + length + " bytes");
        }
        output.write(old.copy(length), 0, (int) length);
      } catch (IOException e) {
        output.discard();
        throw e;
      }
    }
    return output;
  }

  synchronized void put(String name, MemoryFile file) {
    MemoryFile old = files.put(name, file);
    if (old != null) {
      old.release();
    }
  }

  @Override
  public synchronized FileView open(String name) throws IOException {
    MemoryFile file = files.get(name);
    if (file == null) {
      throw new NoSuchFileException(name);
    }
    return file.view();
  }

  @Override
  public synchronized void rename(String from, String to) throws IOException {
    MemoryFile file = files.remove(from);
    if (file == null) {
      throw new NoSuchFileException(from);
    }
    put(to, file);
  }

  @Override
  public synchronized void delete(String name) {
    MemoryFile file = files.remove(name);
    if (file != null) {
      file.release();
    }
  }

  @Override
  public synchronized boolean exists(String name) {
    return files.containsKey(name);
  }

  @Override
  public synchronized List<String> files() {
    return List.copyOf(files.keySet());
  }

  @Override
  public synchronized List<String> directories() {
    return List.copyOf(directories.keySet());
  }

  @Override
  public void sync(String name) {
    // nothing here outlives the process
  }

  @Override
  public void sync() {
    // nothing here outlives the process
  }

  @Override
  public synchronized Directory directory(String name) {
    return directories.computeIfAbsent(name, n -> new MemoryDirectory(memory));
  }

  @Override
  public synchronized void deleteDirectory(String name) {
    MemoryDirectory directory = directories.remove(name);
    if (directory != null) {
      directory.close();
    }
  }

  @Override
  public Closeable lock() {
    return () -> {};
  }

  @Override
  public boolean isDurable() {
    return false;
  }

  @Override
  public synchronized void close() {
    files.values().forEach(MemoryFile::release);
    files.clear();
    directories.values().forEach(MemoryDirectory::close);
    directories.clear();
  }
}
