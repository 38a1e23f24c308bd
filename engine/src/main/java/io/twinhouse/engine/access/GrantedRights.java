// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import java.util.ArrayList;
import java.util.List;

/**
 * What was granted to somebody. Immutable.
 *
 * @param all what they may do
 * @param grantable what of it they may grant to others
 */
record GrantedRights(Rights all, Rights grantable) {

  static final GrantedRights NONE = new GrantedRights(Rights.NONE, Rights.NONE);

  GrantedRights grant(RightsElement element) {
    Rights more = all;
    Rights option = grantable;
    for (List<RightsName> path : element.paths()) {
      more = more.grant(path, element.privileges());
      option = element.grantOption() ? option.grant(path, element.privileges()) : option;
    }
    return new GrantedRights(more, option);
  }

  /** Takes something away; of an element with the option only the option. */
  GrantedRights revoke(RightsElement element) {
    Rights less = all;
    Rights option = grantable;
    for (List<RightsName> path : element.paths()) {
      less = element.grantOption() ? less : less.revoke(path, element.privileges());
      option = option.revoke(path, element.privileges());
    }
    return new GrantedRights(less, option);
  }

  GrantedRights union(GrantedRights other) {
    return new GrantedRights(all.union(other.all), grantable.union(other.grantable));
  }

  GrantedRights withImplied() {
    return new GrantedRights(ImpliedRights.with(all), ImpliedRights.within(grantable, 0));
  }

  /** These as grants and revokes, in the order in which they make these again. */
  List<RightsElement> elements() {
    List<RightsElement> elements = new ArrayList<>();
    collect(List.of(), all, grantable, PrivilegeSet.NONE, PrivilegeSet.NONE, elements);
    return RightsElement.withColumnsTogether(elements);
  }

  private static void collect(
      List<RightsName> path,
      Rights node,
      Rights option,
      PrivilegeSet above,
      PrivilegeSet optionAbove,
      List<RightsElement> elements) {
    PrivilegeSet possible = Privileges.grantable(path.size());
    PrivilegeSet inherited = above.and(possible);
    PrivilegeSet optionInherited = optionAbove.and(possible);
    PrivilegeSet revoked = inherited.without(node.here());
    PrivilegeSet optionRevoked = optionInherited.without(option.here()).without(revoked);
    PrivilegeSet optionGranted = option.here().without(optionInherited);
    PrivilegeSet granted = node.here().without(inherited).without(optionGranted);
    add(elements, path, revoked, false, true);
    add(elements, path, optionRevoked, true, true);
    add(elements, path, granted, false, false);
    add(elements, path, optionGranted, true, false);
    int depth = path.size();
    for (RightsName name : node.names(option)) {
      List<RightsName> child = new ArrayList<>(path);
      child.add(name);
      collect(
          child,
          node.at(name, depth),
          option.at(name, depth),
          node.around(name, depth),
          option.around(name, depth),
          elements);
    }
  }

  private static void add(
      List<RightsElement> elements,
      List<RightsName> path,
      PrivilegeSet set,
      boolean option,
      boolean revoked) {
    if (!set.isEmpty()) {
      elements.addAll(RightsElement.split(path, set, option, revoked));
    }
  }
}
