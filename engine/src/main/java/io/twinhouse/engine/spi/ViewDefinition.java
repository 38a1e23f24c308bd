// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

/**
 * A view.
 *
 * @param query ClickHouse SELECT text
 */
public record ViewDefinition(TableName name, String query, String comment) {}
