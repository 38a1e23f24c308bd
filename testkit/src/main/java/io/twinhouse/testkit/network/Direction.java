// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.network;

/** Which way bytes travel. */
public enum Direction {
  /** From the client to the server. */
  REQUEST,
  /** From the server to the client. */
  ANSWER
}
