// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.part;

import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.FileView;
import io.twinhouse.storage.arrow.file.Region;
import io.twinhouse.storage.arrow.file.StorageFailure;
import io.twinhouse.storage.arrow.format.PartDescription;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.format.PartStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.arrow.memory.util.MemoryUtil;
import org.jspecify.annotations.Nullable;

/**
 * One immutable part, opened. Whoever reads it holds a reference; the opener holds the first. With
 * the last one its file is closed, and deleted if the part was replaced meanwhile. Thread-safe.
 */
public final class Part {

  /** A file is mapped in pieces of this size. */
  private static final long WINDOW = 1L << 30;

  private volatile PartId id;
  private final PartFormat format;
  private final PartDescription description;
  private final Directory directory;
  private final FileView view;
  private final Map<String, List<PartStream>> streams = new HashMap<>();
  private final Map<Long, Region> windows = new HashMap<>();
  private final AtomicInteger references = new AtomicInteger(1);
  private volatile boolean replaced;
  private volatile boolean frozen;

  private Part(
      PartId id,
      PartFormat format,
      PartDescription description,
      Directory directory,
      FileView view) {
    this.id = id;
    this.format = format;
    this.description = description;
    this.directory = directory;
    this.view = view;
    for (PartStream stream : description.streams()) {
      streams.computeIfAbsent(stream.key().column(), c -> new ArrayList<>()).add(stream);
    }
  }

  /** Opens a part and checks what it says of itself. */
  public static Part open(PartId id, PartFormat format, Directory directory) throws IOException {
    return open(id, format, directory, directory.open(id.file()));
  }

  /**
   * Opens a part whose bytes are known.
   *
   * @param view closed with the part, and if it cannot be opened
   */
  public static Part open(PartId id, PartFormat format, Directory directory, FileView view)
      throws IOException {
    try {
      return new Part(id, format, format.read(id.file(), view), directory, view);
    } catch (IOException | RuntimeException e) {
      view.close();
      throw e;
    }
  }

  public PartId id() {
    return id;
  }

  public PartFormat format() {
    return format;
  }

  public PartDescription description() {
    return description;
  }

  public int rows() {
    return description.rows();
  }

  /** Bytes of the file. */
  public long bytes() {
    return view.size();
  }

  /** All bytes of the file. */
  public byte[] content() throws IOException {
    return view.bytes(0, Math.toIntExact(view.size()));
  }

  /** The stream of a whole column; null for JSON, and if the column was added later. */
  public @Nullable PartStream stream(String column) {
    List<PartStream> all = streams(column);
    return all.size() == 1 && all.get(0).key().isColumn() ? all.get(0) : null;
  }

  /** All streams of a column, for JSON one for each type of each path. */
  public List<PartStream> streams(String column) {
    return streams.getOrDefault(column, List.of());
  }

  /** Where a page is in memory; readable while the caller holds a reference to the part. */
  public long page(PartStream stream, int page) {
    return address(stream.pageOffsets()[page], stream.pageLengths()[page]);
  }

  /** Copies a piece of a page. */
  public byte[] copy(PartStream stream, int page, int from, int count) {
    byte[] bytes = new byte[count];
    MemoryUtil.copyFromMemory(page(stream, page) + from, bytes, 0, count);
    return bytes;
  }

  /** Windows overlap by half, so that each page lies in one, if it is not longer than that. */
  private long address(long offset, int length) {
    long window = length <= WINDOW / 2 ? offset / (WINDOW / 2) : -1 - offset;
    synchronized (windows) {
      Region region = windows.get(window);
      if (region == null) {
        long from = window >= 0 ? window * (WINDOW / 2) : offset;
        try {
          region = view.region(from, window < 0 ? length : Math.min(WINDOW, view.size() - from));
        } catch (IOException e) {
          throw StorageFailure.reading("part " + id.file(), e);
        }
        windows.put(window, region);
      }
      return region.address() + (window >= 0 ? offset - window * (WINDOW / 2) : 0);
    }
  }

  /** Counts one more reader. */
  public void retain() {
    if (references.getAndUpdate(n -> n == 0 ? 0 : n + 1) == 0) {
      throw new IllegalStateException("part " + id.file() + " is closed");
    }
  }

  /** Counts one reader less. */
  public void release() {
    int left = references.decrementAndGet();
    if (left < 0) {
      throw new IllegalStateException("part " + id.file() + " is released too often");
    }
    if (left == 0) {
      close();
    }
  }

  /** A mutation has gone through it; which of its rows it changed, if any, is in the file. */
  public void rename(PartId changed) {
    id = changed;
  }

  /** A copy has been made of it. */
  public void markFrozen() {
    frozen = true;
  }

  /** Whether a copy has been made of it since it was opened. */
  public boolean isFrozen() {
    return frozen;
  }

  /** The file is not needed once the last reader is gone. */
  public void markReplaced() {
    replaced = true;
  }

  private void close() {
    synchronized (windows) {
      windows.clear();
    }
    try {
      view.close();
      if (replaced) {
        directory.delete(id.file());
      }
    } catch (IOException e) {
      // nobody reads it any more; what cannot be deleted is garbage that the next open removes
    }
  }
}
