// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the server's tree.
 *
 * @param label what it is and is called
 */
record TreeNode(String label, @Nullable String alias, List<TreeNode> children) {

  TreeNode {
    children = List.copyOf(children);
  }

  TreeNode(String label, List<TreeNode> children) {
    this(label, null, children);
  }

  /** The node with an alias, or as it is without one. */
  TreeNode named(@Nullable String name) {
    return name == null ? this : new TreeNode(label, name, children);
  }

  String line() {
    String line = alias == null ? label : label + " (alias " + alias + ")";
    return children.isEmpty() ? line : line + " (children " + children.size() + ")";
  }
}
