// SPDX-License-Identifier: Apache-2.0
/**
 * Values printed into a pattern: braces as in format, percent signs as in printf. A pattern is read
 * once a batch when it is constant.
 */
@NullMarked
package io.twinhouse.engine.function.scalar.print;

import org.jspecify.annotations.NullMarked;
