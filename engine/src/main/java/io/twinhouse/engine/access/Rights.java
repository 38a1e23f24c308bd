// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Privileges on everything, on databases, tables and columns: a tree of names and of what names
 * begin with. A node says what is granted there in full, so that less below a node than on it is a
 * part taken away; a name without a node is as the longest beginning that it has, else as the node
 * above. Immutable.
 *
 * @param here what is granted on all of this
 * @param below what differs, by name
 */
record Rights(PrivilegeSet here, SortedMap<RightsName, Rights> below) {

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
  Rights grant(List<RightsName> path, PrivilegeSet set) {
    return changed(path, 0, set, PrivilegeSet::with);
  }

  /** These without {@code set} on what {@code path} names and all below it. */
  Rights revoke(List<RightsName> path, PrivilegeSet set) {
    return changed(path, 0, set, PrivilegeSet::without);
  }

  private Rights changed(List<RightsName> path, int depth, PrivilegeSet set, Change change) {
    if (depth == path.size()) {
      return changedAll(depth, set, change);
    }
    TreeMap<RightsName, Rights> children = new TreeMap<>(below);
    RightsName name = path.get(depth);
    children.put(name, at(name, depth));
    children.replaceAll(
        (n, child) -> name.covers(n) ? child.changed(path, depth + 1, set, change) : child);
    return of(here, children, depth);
  }

  private Rights changedAll(int depth, PrivilegeSet set, Change change) {
    PrivilegeSet limited = set.and(Privileges.grantable(depth));
    TreeMap<RightsName, Rights> children = new TreeMap<>(below);
    children.replaceAll((name, child) -> child.changedAll(depth + 1, set, change));
    return of(change.apply(here, limited), children, depth);
  }

  /** Rights in which no node says what would be so without it. */
  static Rights of(PrivilegeSet here, SortedMap<RightsName, Rights> below, int depth) {
    TreeMap<RightsName, Rights> children = new TreeMap<>(below);
    for (Map.Entry<RightsName, Rights> child : below.entrySet()) {
      children.remove(child.getKey());
      if (!nearest(here, children, child.getKey(), depth).equals(child.getValue())) {
        children.put(child.getKey(), child.getValue());
      }
    }
    return new Rights(here, children);
  }

  /** What is granted on a name of those below, this node being {@code depth} names deep. */
  Rights at(RightsName name, int depth) {
    return nearest(here, below, name, depth);
  }

  /** What would be granted on a name had it no node of its own, without what is below it. */
  PrivilegeSet around(RightsName name, int depth) {
    TreeMap<RightsName, Rights> others = new TreeMap<>(below);
    others.remove(name);
    return nearest(here, others, name, depth).here;
  }

  private static Rights nearest(
      PrivilegeSet here, SortedMap<RightsName, Rights> below, RightsName name, int depth) {
    Rights own = below.get(name);
    if (own != null) {
      return own;
    }
    Rights longest = null;
    for (Map.Entry<RightsName, Rights> child : below.entrySet()) {
      // in order of their texts, so that of those that fit the last is the longest
      if (child.getKey().prefix() && child.getKey().covers(name)) {
        longest = child.getValue();
      }
    }
    return longest == null ? everywhere(here.and(Privileges.grantable(depth + 1))) : longest;
  }

  /** These and {@code other}. */
  Rights union(Rights other) {
    return union(other, 0);
  }

  private Rights union(Rights other, int depth) {
    TreeMap<RightsName, Rights> children = new TreeMap<>();
    for (RightsName name : names(other)) {
      children.put(name, at(name, depth).union(other.at(name, depth), depth + 1));
    }
    return of(here.with(other.here), children, depth);
  }

  /** The names that have nodes here or in {@code other}. */
  SortedSet<RightsName> names(Rights other) {
    SortedSet<RightsName> names = new TreeSet<>(below.keySet());
    names.addAll(other.below.keySet());
    return names;
  }

  /** What is granted on all of {@code path}, nothing below it taken away. */
  PrivilegeSet granted(List<RightsName> path) {
    return granted(path, 0);
  }

  private PrivilegeSet granted(List<RightsName> path, int depth) {
    if (depth == path.size()) {
      return least(depth);
    }
    RightsName name = path.get(depth);
    PrivilegeSet granted = at(name, depth).granted(path, depth + 1);
    for (Map.Entry<RightsName, Rights> child : below.entrySet()) {
      if (name.prefix() && name.covers(child.getKey())) {
        granted = granted.and(child.getValue().granted(path, depth + 1));
      }
    }
    return granted;
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
  PrivilegeSet grantedSomewhere(List<RightsName> path) {
    return grantedSomewhere(path, 0);
  }

  private PrivilegeSet grantedSomewhere(List<RightsName> path, int depth) {
    if (depth == path.size()) {
      return most();
    }
    RightsName name = path.get(depth);
    PrivilegeSet granted = at(name, depth).grantedSomewhere(path, depth + 1);
    for (Map.Entry<RightsName, Rights> child : below.entrySet()) {
      if (name.prefix() && name.covers(child.getKey())) {
        granted = granted.with(child.getValue().grantedSomewhere(path, depth + 1));
      }
    }
    return granted;
  }

  PrivilegeSet most() {
    PrivilegeSet most = here;
    for (Rights child : below.values()) {
      most = most.with(child.most());
    }
    return most;
  }
}
