// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

/**
 * A constraint as it was declared.
 *
 * @param assumed ASSUME, which nothing checks; else CHECK, which inserts are held to
 * @param expression ClickHouse expression text
 */
public record ConstraintDefinition(String name, boolean assumed, String expression) {}
