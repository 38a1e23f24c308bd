// SPDX-License-Identifier: Apache-2.0

/** Tables that no storage holds: their rows are computed while they are read. */
@NullMarked
package io.twinhouse.sql.source;

import org.jspecify.annotations.NullMarked;
