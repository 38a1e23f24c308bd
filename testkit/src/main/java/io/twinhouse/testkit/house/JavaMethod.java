// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * A method or constructor as its source declares it.
 *
 * @param owner package and names of the enclosing types
 * @param ownerKind what declares it: a class, an interface, a record
 * @param lines from the brace that opens its body to the one that closes it, both included; 0
 *     without a body
 * @param branches the decisions in its body: conditions, loops, catches, the short-circuit
 *     operators; a switch counts once, since it reads as a table
 * @param answers whether it returns something
 * @param documented whether a Javadoc comment precedes it
 * @param annotations the simple names of its annotations
 */
record JavaMethod(
    SourceFile file,
    String owner,
    Tree.Kind ownerKind,
    String name,
    int lines,
    int parameters,
    int branches,
    boolean answers,
    boolean documented,
    Set<Modifier> modifiers,
    List<String> annotations) {

  /** Owner, name and number of parameters: overloads of one number share it. */
  String subject() {
    return owner + "#" + name + "/" + parameters;
  }

  /** Whether callers see it as part of an interface. */
  boolean isContract() {
    return ownerKind == Tree.Kind.INTERFACE && !modifiers.contains(Modifier.PRIVATE);
  }

  boolean isAbstract() {
    return lines == 0;
  }

  /** Whether its name alone says what it does: it takes nothing and tells something. */
  boolean isAccessor() {
    return parameters == 0 && answers;
  }

  /** Whether it is the constructor of a record, whose parameters are the record's fields. */
  boolean isCanonical() {
    return ownerKind == Tree.Kind.RECORD && name.equals("<init>");
  }
}
