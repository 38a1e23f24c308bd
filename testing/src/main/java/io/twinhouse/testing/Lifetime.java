// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

/** How long a house lives. */
public enum Lifetime {
  /** Each test method begins with a house of its own. */
  PER_METHOD,
  /** All methods of a class share one. */
  PER_CLASS
}
