// SPDX-License-Identifier: Apache-2.0
/**
 * The interactive shell: {@code Shell} reads statements from a terminal with history, completion
 * and several lines a statement, runs them, and lets Ctrl-C cancel what runs.
 */
@NullMarked
package io.twinhouse.server.shell;

import org.jspecify.annotations.NullMarked;
