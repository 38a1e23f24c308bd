// SPDX-License-Identifier: Apache-2.0
/**
 * Functions that look into JSON text. A document is checked once and then walked; nothing is built
 * but the value that was asked for. What is no well-formed document answers the default value.
 */
@NullMarked
package io.twinhouse.engine.function.scalar.json;

import org.jspecify.annotations.NullMarked;
