// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Expr;

/** Which part of a table. */
public sealed interface Partition
    permits Partition.Of, Partition.ById, Partition.All, Partition.Part {

  /** {@code PARTITION expression}: by the value of the partition key. */
  record Of(Expr value) implements Partition {}

  /** {@code PARTITION ID 'id'}. */
  record ById(String id) implements Partition {}

  /** {@code PARTITION ALL}. */
  record All() implements Partition {}

  /** {@code PART 'name'}. */
  record Part(String name) implements Partition {}
}
