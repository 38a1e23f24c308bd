// SPDX-License-Identifier: Apache-2.0

/**
 * Formats of lines of text: Values, XML, Markdown, Vertical and the like, each for writing, Values
 * for reading too. How a value reads is the business of engine.text; here is what stands between
 * values. The base classes serve the other families as well.
 */
@NullMarked
package io.twinhouse.engine.format.text;

import org.jspecify.annotations.NullMarked;
