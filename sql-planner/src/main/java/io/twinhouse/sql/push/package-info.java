// SPDX-License-Identifier: Apache-2.0
/**
 * Queries that a server can not run whole, because it lacks a function that this engine has: the
 * largest parts that it can run go to it as SQL, what is above them runs here.
 */
@NullMarked
package io.twinhouse.sql.push;

import org.jspecify.annotations.NullMarked;
