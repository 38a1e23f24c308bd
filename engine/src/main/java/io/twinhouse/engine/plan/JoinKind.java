// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.plan;

/** What a join does with rows that found no partner. */
public enum JoinKind {
  INNER,
  LEFT,
  RIGHT,
  FULL,
  CROSS
}
