// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Privileges on everything, on databases, tables and columns: a tree of names. A node says what is
 * granted there in full, so that less below a node than on it is a part taken away. Immutable.
 *
 * @param here what is granted on all of this
 * @param below what differs, by name
 */
record Rights(PrivilegeSet here, SortedMap<String, Rights> below) {

  static final Rights NONE = new Rights(PrivilegeSet.NONE, new TreeMap<>());

  Rights {
    below = Collections.unmodifiableSortedMap(below);
  }

  static Rights everywhere(PrivilegeSet set) {
    return new Rights(set, new TreeMap<>());
  }

  /** What changes a set of privileges by another. */
  private interface Change {
    PrivilegeSet apply(PrivilegeSet before, PrivilegeSet by);
  }

  /** These and {@code set} on what {@code path} names and all below it. */
  Rights grant(List<String> path, PrivilegeSet set) {
    return changed(path, 0, set, PrivilegeSet::with);
  }

  /** These without {@code set} on what {@code path} names and all below it. */
  Rights revoke(List<String> path, PrivilegeSet set) {
    return changed(path, 0, set, PrivilegeSet::without);
  }

  private Rights changed(List<String> path, int depth, PrivilegeSet set, Change change) {
    if (depth == path.size()) {
      return changedAll(depth, set, change);
    }
    SortedMap<String, Rights> children = new TreeMap<>(below);
    String name = path.get(depth);
    Rights child = children.getOrDefault(name, inherited(depth + 1));
    put(children, name, child.changed(path, depth + 1, set, change), depth);
    return new Rights(here, children);
  }

  private Rights changedAll(int depth, PrivilegeSet set, Change change) {
    PrivilegeSet limited = set.and(Privileges.grantable(depth));
    Rights changed = everywhere(change.apply(here, limited));
    SortedMap<String, Rights> children = new TreeMap<>();
    below.forEach(
        (name, child) ->
            changed.put(children, name, child.changedAll(depth + 1, set, change), depth));
    return new Rights(changed.here, children);
  }

  private Rights inherited(int depth) {
    return everywhere(here.and(Privileges.grantable(depth)));
  }

  /** Keeps a child that differs from what it would have without being there. */
  private void put(SortedMap<String, Rights> children, String name, Rights child, int depth) {
    if (child.equals(inherited(depth + 1))) {
      children.remove(name);
    } else {
      children.put(name, child);
    }
  }

  /** These and {@code other}. */
  Rights union(Rights other) {
    return union(other, 0);
  }

  private Rights union(Rights other, int depth) {
    Rights both = everywhere(here.with(other.here));
    SortedMap<String, Rights> children = new TreeMap<>();
    for (SortedMap<String, Rights> named : List.of(below, other.below)) {
      for (String name : named.keySet()) {
        Rights mine = below.getOrDefault(name, inherited(depth + 1));
        Rights its = other.below.getOrDefault(name, other.inherited(depth + 1));
        both.put(children, name, mine.union(its, depth + 1), depth);
      }
    }
    return new Rights(both.here, children);
  }

  /** What is granted on all of {@code path}, nothing below it taken away. */
  PrivilegeSet granted(List<String> path) {
    return along(path, node -> node.least(path.size()));
  }

  /**
   * What is granted on {@code path}.
   *
   * @param found says it where the path has a node of its own
   */
  private PrivilegeSet along(List<String> path, Function<Rights, PrivilegeSet> found) {
    Rights node = this;
    for (String name : path) {
      Rights child = node.below.get(name);
      if (child == null) {
        return node.here.and(Privileges.grantable(path.size()));
      }
      node = child;
    }
    return found.apply(node);
  }

  private PrivilegeSet least(int depth) {
    PrivilegeSet least = here;
    for (Rights child : below.values()) {
      // what cannot be granted on the child is not missing there
      PrivilegeSet beyond = here.without(Privileges.grantable(depth + 1));
      least = least.and(child.least(depth + 1).with(beyond));
    }
    return least;
  }

  /** What is granted on some part of {@code path}. */
  PrivilegeSet grantedSomewhere(List<String> path) {
    return along(path, Rights::most);
  }

  PrivilegeSet most() {
    PrivilegeSet most = here;
    for (Rights child : below.values()) {
      most = most.with(child.most());
    }
    return most;
  }
}
