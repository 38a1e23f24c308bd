// SPDX-License-Identifier: Apache-2.0
/**
 * Who may do what: users, roles, settings profiles, row policies and quotas, the rights granted to
 * them, and what these add up to for one statement ({@link
 * io.twinhouse.engine.access.Permissions}). The rules are the server's: rights are a tree of
 * databases, tables and columns from which parts can be taken away again, some rights bring others
 * with them, and roles are granted like rights.
 */
@NullMarked
package io.twinhouse.engine.access;

import org.jspecify.annotations.NullMarked;
