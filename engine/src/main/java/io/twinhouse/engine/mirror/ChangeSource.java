// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.mirror;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row store's changes, live rows and tombstones alike. */
public interface ChangeSource {

  /**
   * The changes of a table whose sequence is above {@code after}, the lowest first: the newest
   * state of each row once. Each holds {@link MirrorMapping#TENANCY}, the mapping's columns, {@link
   * MirrorMapping#SEQUENCE} and {@link MirrorMapping#DELETED}.
   *
   * @param limit how many at most; fewer than that means that there are no more
   */
  List<Map<String, @Nullable Object>> changes(
      MirrorMapping mapping, Tenancy tenancy, long after, int limit);
}
