// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.file;

import io.twinhouse.engine.memory.MemoryContext;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.util.MemoryUtil;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that can fail at its n-th operation and lose what was not synced. After {@link
 * #crash} it holds what a real disk would have kept at the least: synced bytes of files under names
 * that were synced. Open views and outputs of before the crash are dead. Threads share it as they
 * share a real one: a merge writes its part while an insert writes another.
 */
public final class FragileDisk implements AutoCloseable {

  private final ArrowMemory buffers = new ArrowMemory(MemoryContext.root("disk", Long.MAX_VALUE));
  private final Node root = new Node();
  private final AtomicLong operations = new AtomicLong();
  private final AtomicLong syncs = new AtomicLong();
  private final AtomicInteger openFiles = new AtomicInteger();
  private volatile long failAt = Long.MAX_VALUE;

  /** A file's bytes: all, and how many of them are durable. */
  private static final class Content {
    private volatile byte[] bytes = new byte[0];
    private volatile byte[] synced = new byte[0];
  }

  /** A directory: its entries now, and those that are durable. */
  private static final class Node {
    private volatile Map<String, Content> files = new ConcurrentSkipListMap<>();
    private volatile Map<String, Content> syncedFiles = Map.of();
    private final Map<String, Node> directories = new ConcurrentSkipListMap<>();
  }

  /** The disk's top directory. */
  public Directory directory() {
    return new View(root);
  }

  /** Operations so far. */
  public long operations() {
    return operations.get();
  }

  /** Files and directories made durable so far. */
  public long syncs() {
    return syncs.get();
  }

  /** From the operation of this number on all fail; counted from 1 on, from now. */
  public void failFrom(long number) {
    operations.set(0);
    failAt = number;
  }

  /** Stops failing. */
  public void repair() {
    failAt = Long.MAX_VALUE;
  }

  public int openFiles() {
    return openFiles.get();
  }

  /**
   * Loses all bytes that were not synced.
   *
   * @param entries whether names that were not synced are lost too
   */
  public void crash(boolean entries) {
    crash(root, entries);
    repair();
  }

  private static void crash(Node node, boolean entries) {
    if (entries) {
      node.files = new ConcurrentSkipListMap<>(node.syncedFiles);
    }
    node.files.values().forEach(content -> content.bytes = content.synced);
    node.directories.values().forEach(child -> crash(child, entries));
  }

  private void operate() throws IOException {
    long operation = operations.incrementAndGet();
    if (operation >= failAt) {
      throw new IOException("operation " + operation + " fails");
    }
  }

  @Override
  public void close() {
    buffers.close();
  }

  /** One directory. */
  private final class View implements Directory {

    private final Node node;

    View(Node node) {
      this.node = node;
    }

    @Override
    public FileOutput create(String name, long expectedBytes) throws IOException {
      operate();
      Content content = new Content();
      node.files.put(name, content);
      return new Output(content);
    }

    @Override
    public FileOutput append(String name, long length) throws IOException {
      operate();
      Content content = node.files.computeIfAbsent(name, n -> new Content());
      if (content.bytes.length < length) {
        throw new IOException(name + " is shorter than " + length);
      }
      content.bytes = Arrays.copyOf(content.bytes, (int) length);
      return new Output(content);
    }

    @Override
    public FileView open(String name) throws IOException {
      operate();
      Content content = node.files.get(name);
      if (content == null) {
        throw new NoSuchFileException(name);
      }
      return new Reading(content.bytes);
    }

    @Override
    public void rename(String from, String to) throws IOException {
      operate();
      Content content = node.files.get(from);
      if (content == null) {
        throw new NoSuchFileException(from);
      }
      node.files.put(to, content);
      node.files.remove(from);
    }

    @Override
    public void delete(String name) throws IOException {
      operate();
      node.files.remove(name);
    }

    @Override
    public boolean exists(String name) throws IOException {
      operate();
      return node.files.containsKey(name);
    }

    @Override
    public List<String> files() throws IOException {
      operate();
      return List.copyOf(node.files.keySet());
    }

    @Override
    public List<String> directories() throws IOException {
      operate();
      return List.copyOf(node.directories.keySet());
    }

    @Override
    public void sync(String name) throws IOException {
      operate();
      Content content = node.files.get(name);
      if (content == null) {
        throw new NoSuchFileException(name);
      }
      content.synced = content.bytes;
      syncs.incrementAndGet();
    }

    @Override
    public void sync() throws IOException {
      operate();
      node.syncedFiles = Map.copyOf(node.files);
      syncs.incrementAndGet();
    }

    @Override
    public Directory directory(String name) throws IOException {
      operate();
      return new View(node.directories.computeIfAbsent(name, n -> new Node()));
    }

    @Override
    public void deleteDirectory(String name) throws IOException {
      operate();
      node.directories.remove(name);
    }

    @Override
    public Closeable lock() throws IOException {
      operate();
      return () -> {};
    }

    @Override
    public boolean isDurable() {
      return true;
    }

    @Override
    public void close() {
      // views and outputs are counted one by one
    }
  }

  /** A file being written. */
  private final class Output implements FileOutput {

    private final Content content;
    private boolean closed;

    Output(Content content) {
      this.content = content;
      openFiles.incrementAndGet();
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
      operate();
      int at = content.bytes.length;
      byte[] longer = Arrays.copyOf(content.bytes, at + length);
      System.arraycopy(source, offset, longer, at, length);
      content.bytes = longer;
    }

    @Override
    public long position() {
      return content.bytes.length;
    }

    @Override
    public void sync() throws IOException {
      operate();
      content.synced = content.bytes;
      syncs.incrementAndGet();
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        openFiles.decrementAndGet();
        operate();
      }
    }
  }

  /** A file being read. */
  private final class Reading implements FileView {

    private final byte[] bytes;
    private @Nullable ArrowBuf buffer;
    private boolean closed;

    Reading(byte[] bytes) {
      this.bytes = bytes;
      openFiles.incrementAndGet();
      ArrowBuf copy = buffers.allocate(bytes.length);
      MemoryUtil.copyToMemory(bytes, 0, copy.memoryAddress(), bytes.length);
      buffer = copy;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public Region region(long offset, long length) throws IOException {
      operate();
      ArrowBuf held = buffer;
      if (held == null || offset < 0 || length < 0 || offset + length > bytes.length) {
        throw new IOException(length + " bytes at " + offset + " of " + bytes.length);
      }
      return new Region(held.memoryAddress() + offset, length, held);
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        openFiles.decrementAndGet();
        ArrowBuf held = buffer;
        buffer = null;
        if (held != null) {
          held.getReferenceManager().release();
        }
      }
    }
  }
}
