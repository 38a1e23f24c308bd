// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.file;

import io.twinhouse.engine.memory.MemoryContext;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.arrow.memory.AllocationManager;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.ReferenceManager;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.memory.util.MemoryUtil;

/**
 * Arrow buffers whose every byte is reserved in the memory tree before it is allocated. Arrow's own
 * managers round up to powers of two, so that what is charged is not what is used; here sizes are
 * rounded to 64 bytes only. Thread-safe.
 */
public final class ArrowMemory implements AutoCloseable {

  private static final long ALIGNMENT = 64;

  private final MemoryContext memory;
  private final AtomicLong allocated = new AtomicLong();
  private final BufferAllocator allocator;

  /**
   * @param memory where buffers are reserved; closed by its owner
   */
  public ArrowMemory(MemoryContext memory) {
    this.memory = memory;
    this.allocator =
        new RootAllocator(
            RootAllocator.configBuilder()
                .allocationManagerFactory(new ReservingFactory())
                .roundingPolicy(size -> (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT)
                .maxAllocation(Long.MAX_VALUE)
                .build());
  }

  /**
   * A buffer of at least {@code bytes}, its content arbitrary.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException MEMORY_LIMIT_EXCEEDED
   */
  public ArrowBuf allocate(long bytes) {
    return allocator.buffer(Math.max(bytes, ALIGNMENT));
  }

  /** Bytes held by buffers now. */
  public long allocatedBytes() {
    return allocated.get();
  }

  /**
   * @throws IllegalStateException if a buffer is still held
   */
  @Override
  public void close() {
    allocator.close();
  }

  private final class ReservingFactory implements AllocationManager.Factory {

    private final ArrowBuf empty = new ArrowBuf(ReferenceManager.NO_OP, null, 0, 0);

    @Override
    public AllocationManager create(BufferAllocator accounting, long size) {
      memory.reserve(size);
      allocated.addAndGet(size);
      return new Allocation(accounting, size);
    }

    @Override
    public ArrowBuf empty() {
      return empty;
    }
  }

  private final class Allocation extends AllocationManager {

    private final long address;
    private final long size;

    Allocation(BufferAllocator accounting, long size) {
      super(accounting);
      this.size = size;
      this.address = MemoryUtil.allocateMemory(size);
    }

    @Override
    public long getSize() {
      return size;
    }

    @Override
    protected long memoryAddress() {
      return address;
    }

    @Override
    protected void release0() {
      MemoryUtil.freeMemory(address);
      allocated.addAndGet(-size);
      memory.release(size);
    }
  }
}
