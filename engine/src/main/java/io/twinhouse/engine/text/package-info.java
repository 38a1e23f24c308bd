// SPDX-License-Identifier: Apache-2.0
/**
 * Values as text and text as values, exactly as ClickHouse prints and reads them: raw, escaped,
 * quoted, CSV and JSON forms of every type. Used by conversions and by the text formats.
 */
@NullMarked
package io.twinhouse.engine.text;

import org.jspecify.annotations.NullMarked;
