// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.memory;

/**
 * One node of the accounting tree (server, user, query, operator, ...). Bytes are reserved before
 * they are allocated: a reservation asks every node up to the root, and if one of them refuses,
 * nothing is changed anywhere and MEMORY_LIMIT_EXCEEDED is thrown.
 *
 * <p>Thread-safe. Figures are exact: no rounding, no thread-local slack.
 */
public interface MemoryContext extends AutoCloseable {

  /** A limit that never refuses. */
  long UNLIMITED = Long.MAX_VALUE;

  /** A new tree of its own. */
  static MemoryContext root(String name, long limitBytes) {
    return new MemoryNode(null, MemoryLevel.SERVER, name, limitBytes);
  }

  /**
   * A child of this node.
   *
   * @param level what the node stands for; it is named in the refusal ("Query memory limit ...")
   * @param name shown in figures, for instance an operator's name
   * @param limitBytes the most this subtree may hold, or {@link #UNLIMITED}
   */
  MemoryContext child(MemoryLevel level, String name, long limitBytes);

  /**
   * A child that asks its ancestors only when it holds more than ever before, and gives nothing
   * back to them before it is closed. Side by side on several threads such children make a peak
   * that does not depend on who ran when: the sum of their own peaks. Their children are ordinary.
   */
  MemoryContext steadyChild(MemoryLevel level, String name);

  /**
   * Reserves {@code bytes} here and in every ancestor.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException MEMORY_LIMIT_EXCEEDED; nothing was
   *     reserved then
   */
  void reserve(long bytes);

  /** Gives back what was reserved here. */
  void release(long bytes);

  /**
   * Lets a {@linkplain #steadyChild steady} node give back what it held more of once, and from now
   * on at once what it holds no more; to be called when the work that ran side by side is over.
   * Nothing happens on other nodes.
   */
  default void settle() {}

  /** Bytes held now by this node and its children. */
  long reservedBytes();

  /** The most bytes ever held at once by this node and its children. */
  long peakBytes();

  /** The limit in bytes, or {@link #UNLIMITED}. */
  long limitBytes();

  /** Changes the limit; what is held already stays. */
  void limit(long bytes);

  String name();

  MemoryLevel level();

  /** Gives back all that is still reserved here; idempotent. Later reservations are refused. */
  @Override
  void close();
}
