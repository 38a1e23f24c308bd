// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * A type as its source declares it.
 *
 * @param owner the simple names of the enclosing types with dots, empty at top level
 * @param annotations the simple names of its annotations
 * @param extended whether it is a class that names a superclass
 */
record JavaType(
    SourceFile file,
    String packageName,
    String owner,
    String name,
    Tree.Kind kind,
    Set<Modifier> modifiers,
    List<String> annotations,
    boolean documented,
    boolean extended) {

  boolean isTopLevel() {
    return owner.isEmpty();
  }

  boolean is(Modifier modifier) {
    return modifiers.contains(modifier);
  }

  /** Package and name: says which type it is, wherever its file lies. */
  String qualifiedName() {
    return packageName + "." + (owner.isEmpty() ? name : owner + "." + name);
  }
}
