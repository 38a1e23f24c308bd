// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/** Counts the decisions in a method body; those of a class declared inside are that class's own. */
final class BranchCounter extends TreeScanner<@Nullable Void, @Nullable Void> {
  private int count;

  private BranchCounter() {}

  static int count(@Nullable Tree body) {
    BranchCounter counter = new BranchCounter();
    counter.scan(body, null);
    return counter.count;
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
    if (tree instanceof ClassTree) {
      return null;
    }
    if (isBranch(tree)) {
      count++;
    }
    return super.scan(tree, nothing);
  }

  private static boolean isBranch(@Nullable Tree tree) {
    return tree instanceof IfTree
        || tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree
        || tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree
        || tree instanceof CatchTree
        || tree instanceof ConditionalExpressionTree
        || tree instanceof SwitchTree
        || tree instanceof SwitchExpressionTree
        || (tree instanceof BinaryTree
            && (tree.getKind() == Tree.Kind.CONDITIONAL_AND
                || tree.getKind() == Tree.Kind.CONDITIONAL_OR));
  }
}
