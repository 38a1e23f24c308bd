// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lookup;

import io.twinhouse.engine.memory.Reservation;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * A look-up in a file that is opened when it is first asked. A map that does not fit its keys, or
 * whose writer has died, is made anew from them: that takes a microsecond a key, recovering what a
 * dead writer has left takes several and would have to be compared with the keys all the same. A
 * map that is full is made anew with twice the room. Where no file can be made, on a full disk or a
 * read-only one, the look-up lives on the heap until the next start.
 */
final class MappedLookup implements KeyLookup {

  private static final long LEAST_CAPACITY = 1 << 14;

  private final LookupFiles files;
  private final Keys keys;
  private final Reservation memory;
  private final long sealedCapacity;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private @Nullable KeyLookup opened;
  private boolean closed;

  MappedLookup(LookupFiles files, Keys keys, Reservation memory) {
    this.files = files;
    this.keys = keys;
    this.memory = memory;
    this.sealedCapacity = files.sealedCapacity(keys);
  }

  @Override
  public int find(long hash, Matcher matcher) {
    lock.readLock().lock();
    try {
      if (opened != null) {
        return opened.find(hash, matcher);
      }
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      return closed ? search(hash, matcher) : opened(keys.size()).find(hash, matcher);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** For a reader that has outlived the table. */
  private int search(long hash, Matcher matcher) {
    for (int id = 0; id < keys.size(); id++) {
      if (keys.hash(id) == hash && matcher.matches(id)) {
        return id;
      }
    }
    return NONE;
  }

  @Override
  public void add(long hash, int id) {
    lock.writeLock().lock();
    try {
      KeyLookup now = opened(id);
      if (now instanceof ChronicleLookup map && map.isFull()) {
        map.close();
        now = filled(id);
        opened = now;
      }
      now.add(hash, id);
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public boolean hasDistinctHashes() {
    lock.writeLock().lock();
    try {
      boolean told = opened == null && (closed || sealedCapacity > 0 || keys.size() == 0);
      return told ? !closed : opened(keys.size()).hasDistinctHashes();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private KeyLookup opened(int count) {
    KeyLookup now = opened;
    if (now == null) {
      now = sealedCapacity > 0 ? reopened(count) : filled(count);
      opened = now;
    }
    return now;
  }

  private KeyLookup reopened(int count) {
    try {
      files.unseal();
      return new ChronicleLookup(files.map(), sealedCapacity, keys);
    } catch (IOException e) {
      return filled(count);
    }
  }

  /** A new look-up of the first {@code count} keys. */
  private KeyLookup filled(int count) {
    try {
      files.delete();
      long capacity = Math.max(LEAST_CAPACITY, 2L * count);
      ChronicleLookup map = new ChronicleLookup(files.map(), capacity, keys);
      for (int id = 0; id < count; id++) {
        map.add(keys.hash(id), id);
      }
      return map;
    } catch (IOException e) {
      return new OpenAddressingLookup(keys, count, memory);
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (opened instanceof ChronicleLookup map) {
        map.close();
        if (map.hasDistinctHashes()) {
          files.seal(keys, map.capacity());
        }
      }
    } catch (IOException e) {
      // made anew at the next start
    } finally {
      opened = null;
      closed = true;
      memory.close();
      lock.writeLock().unlock();
    }
  }
}
