// SPDX-License-Identifier: Apache-2.0

/**
 * ClickHouse's binary formats: RowBinary in its three forms. How each type travels is a {@link
 * io.twinhouse.engine.format.binary.BinaryCodec}, chosen once a column.
 */
@NullMarked
package io.twinhouse.engine.format.binary;

import org.jspecify.annotations.NullMarked;
