// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.plan;

/**
 * A sorted column that WITH FILL fills.
 *
 * @param column of the input, in the LONG or the DOUBLE lane
 * @param grid of its values; those of the DOUBLE lane by their bits
 */
public record FillKey(int column, FillGrid grid) {}
