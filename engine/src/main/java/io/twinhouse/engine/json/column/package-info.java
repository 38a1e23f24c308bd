// SPDX-License-Identifier: Apache-2.0

/** Columns that hold JSON among other types, as they are received and as they are shown. */
@NullMarked
package io.twinhouse.engine.json.column;

import org.jspecify.annotations.NullMarked;
