// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.error;

/** Whose fault an error is; decides the HTTP status and whether a retry can help. */
public enum ErrorType {
  /** The query or its data is wrong; the same query will fail again. */
  USER,
  /** A limit was reached; a smaller query, a larger limit or a later moment may pass. */
  RESOURCES,
  /** Something outside this process failed: disk, network, a remote server. */
  EXTERNAL,
  /** A defect of Twinhouse. */
  INTERNAL
}
