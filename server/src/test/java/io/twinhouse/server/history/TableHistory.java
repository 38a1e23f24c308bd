// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.history;

/** The life of one table, drawn as it goes: its definition, changes, and what to ask after each. */
interface TableHistory {

  String table();

  String definition();

  /** The next change. */
  String change();

  /** A query that shows what is there. */
  String query();

  /** All that a read with FINAL shows. */
  String everything();
}
