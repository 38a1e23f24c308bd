// SPDX-License-Identifier: Apache-2.0

/**
 * ClickHouse's dictionaries: tables of keys and attributes that are read from a source when they
 * are first asked for, held in the server's memory, and looked up by dictGet and its kin. Called
 * lookups here, since dictionaries are also what encodes columns of strings.
 */
@NullMarked
package io.twinhouse.engine.lookup;

import org.jspecify.annotations.NullMarked;
