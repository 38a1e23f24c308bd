// SPDX-License-Identifier: Apache-2.0

/**
 * Stores that earlier versions of the file format left behind. Each sample is an archive of one
 * whole store with the statements that made it and the real server's answers to some queries after
 * the same statements. A sample is written once, by the last code of its format, and never again.
 */
@NullMarked
package io.twinhouse.server.upgrade;

import org.jspecify.annotations.NullMarked;
