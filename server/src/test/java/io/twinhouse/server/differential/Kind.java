// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

/** What an expression of the generator yields, as far as the generator cares. */
enum Kind {
  INTEGER,
  FLOAT,
  TEXT,
  DATE,
  TIME,
  FLAG,
  UUID,
  DECIMAL,
  ENUM,
  ARRAY,
  WIDE,
  FIXED,
  IP,
  BOOL,
  MAP,
  TUPLE,
  TEXTS,
  NESTED
}
