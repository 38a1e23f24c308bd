// SPDX-License-Identifier: Apache-2.0

/**
 * Data formats as a file or a connection carries them: what it takes to write a result in one and
 * to read the rows of an INSERT from one. {@link io.twinhouse.engine.format.Formats} finds them by
 * ClickHouse's name; the formats themselves stand in the packages below this one and in other
 * modules, each behind a {@link io.twinhouse.engine.format.FormatProvider}.
 */
@NullMarked
package io.twinhouse.engine.format;

import org.jspecify.annotations.NullMarked;
