// SPDX-License-Identifier: Apache-2.0

/**
 * ClickHouse's data types as immutable values: how they are named, how their values travel in a
 * column (the lane), how type text is parsed. Knows nothing of queries or storage.
 */
@NullMarked
package io.twinhouse.engine.type;

import org.jspecify.annotations.NullMarked;
