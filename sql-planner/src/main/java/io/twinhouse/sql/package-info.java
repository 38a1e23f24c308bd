// SPDX-License-Identifier: Apache-2.0

/**
 * The front door of the SQL planner: the {@link io.twinhouse.engine.frontend.SqlFrontend} that the
 * engine finds by ServiceLoader. A statement goes from {@code lexer} and {@code parser} ({@code
 * ast}, {@code statement}) through {@code analyse} ({@code rel}), {@code rewrite} and {@code rule}
 * to {@code lower}; {@code prepare} decides which of these a statement needs.
 */
@NullMarked
package io.twinhouse.sql;

import org.jspecify.annotations.NullMarked;
