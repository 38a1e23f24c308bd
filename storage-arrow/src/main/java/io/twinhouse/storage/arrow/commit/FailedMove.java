// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import io.twinhouse.storage.arrow.file.Directory;
import java.io.IOException;

/**
 * A move that failed while its two manifests were written, so that either may be on disk. Before
 * one of the tables commits anything else, both get their old manifests again. Thread-safe.
 */
final class FailedMove {

  private final Directory root;
  private final PartStore source;
  private final PartStore target;
  private boolean undone;

  FailedMove(Directory root, PartStore source, PartStore target) {
    this.root = root;
    this.source = source;
    this.target = target;
  }

  /** The source comes first: until the target's turn its rows are in both, and the move decides. */
  synchronized void undo() throws IOException {
    if (!undone) {
      source.rewrite();
      target.rewrite();
      PartitionMove.end(root);
      undone = true;
    }
  }
}
