// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the circles of a directed graph: its strongly connected components of more than one node,
 * each in alphabetical order. Two nodes are in one circle when each is reached from the other;
 * graphs here have some dozens of nodes, so reachability is simply searched from each.
 */
final class PackageCycles {
  private PackageCycles() {}

  /**
   * The circles.
   *
   * @param edges from node to node; what the values of the inner map say does not matter
   */
  static <T> List<List<String>> find(Map<String, Map<String, T>> edges) {
    List<List<String>> circles = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    for (String node : new TreeSet<>(edges.keySet())) {
      if (placed.contains(node)) {
        continue;
      }
      List<String> circle = new ArrayList<>();
      for (String reached : reachable(node, edges)) {
        if (reachable(reached, edges).contains(node)) {
          circle.add(reached);
        }
      }
      if (!circle.isEmpty()) {
        circles.add(circle);
        placed.addAll(circle);
      }
    }
    return circles;
  }

  /**
   * Nodes at the end of some path of at least one edge; holds the start only if it is on a circle.
   */
  private static <T> Set<String> reachable(String start, Map<String, Map<String, T>> edges) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(edges.getOrDefault(start, Map.of()).keySet());
    while (!open.isEmpty()) {
      String node = open.removeFirst();
      if (reached.add(node)) {
        open.addAll(edges.getOrDefault(node, Map.of()).keySet());
      }
    }
    return reached;
  }
}
