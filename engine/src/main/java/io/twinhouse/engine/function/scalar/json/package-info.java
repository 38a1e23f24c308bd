// SPDX-License-Identifier: Apache-2.0

/**
 * Functions over JSON text. One scanner passes over each document once: it checks all of it, as a
 * value of an ill-formed document is no value to the server, and notes where the value at a path
 * begins and ends; readers then look at that value alone. Nothing is allocated per document.
 */
@NullMarked
package io.twinhouse.engine.function.scalar.json;

import org.jspecify.annotations.NullMarked;
