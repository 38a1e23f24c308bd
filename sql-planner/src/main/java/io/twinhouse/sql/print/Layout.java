// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

/** How a tree is laid out as text. */
enum Layout {
  /** As the store keeps it: on one line, brackets only where precedence asks for them. */
  KEPT,
  /** The same with the brackets that were written. */
  WRITTEN,
  /** As the server shows it on one line: every operand that is an operator in brackets. */
  SHOWN,
  /** As the server shows it over several lines. */
  LINES
}
