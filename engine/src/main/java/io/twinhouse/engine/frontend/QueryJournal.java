// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.frontend;

import java.util.List;

/** The queries of an engine. Thread-safe. */
public interface QueryJournal {

  /** A journal without queries. */
  QueryJournal NONE =
      new QueryJournal() {
        @Override
        public List<QueryEntry> running() {
          return List.of();
        }

        @Override
        public List<QueryEntry> log() {
          return List.of();
        }
      };

  /** What runs now, oldest first. */
  List<QueryEntry> running();

  /** What began and ended lately, oldest first; bounded. */
  List<QueryEntry> log();

  /** The errors that queries ended with, by number. */
  default List<ErrorCount> errors() {
    return List.of();
  }
}
