// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

/** What came of trying a signature on both sides. */
enum Verdict {
  /** Same type and same values. */
  EQUAL,
  /** Both refuse, with the same error code. */
  SAME_ERROR,
  /** The server answers, Twinhouse refuses. */
  REFUSED,
  /** Both refuse, with different error codes. */
  OTHER_CODE,
  /** Twinhouse answers what the server refuses: no wrong value, but more than was asked for. */
  LENIENT,
  /** Another type, another value, or a failure that is no clear refusal. */
  DIFFERENT
}
