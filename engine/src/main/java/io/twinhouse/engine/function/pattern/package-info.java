// SPDX-License-Identifier: Apache-2.0

/**
 * Regular expressions as tables: whether a pattern of the plain kind matches is a walk over bytes
 * with one look-up each. What a table cannot say is left to RE2.
 */
@NullMarked
package io.twinhouse.engine.function.pattern;

import org.jspecify.annotations.NullMarked;
