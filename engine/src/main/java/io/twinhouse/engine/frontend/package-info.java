// SPDX-License-Identifier: Apache-2.0

/**
 * The boundary between the engine and a query language: what the engine asks of a front end (found
 * by ServiceLoader) and the prepared statements it gets back.
 */
@NullMarked
package io.twinhouse.engine.frontend;

import org.jspecify.annotations.NullMarked;
