// SPDX-License-Identifier: Apache-2.0

/**
 * Formats of lines of text: TabSeparated, CSV, Values, TSKV, Vertical, each for writing, the first
 * three for reading too. How a value reads is the business of engine.text; here is what stands
 * between values. The base classes serve the JSON and Pretty families as well.
 */
@NullMarked
package io.twinhouse.engine.format.text;

import org.jspecify.annotations.NullMarked;
