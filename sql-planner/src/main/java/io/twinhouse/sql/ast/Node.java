// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

/** Anything in the tree that an error can blame. */
public interface Node {
  /** Where the node starts in the text it was parsed from; {@link Position#NONE} if it was made. */
  Position position();
}
