// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.plan;

import io.twinhouse.engine.expression.Expression;

/**
 * What the rows that WITH FILL adds have in a column.
 *
 * @param column of the input
 * @param value over the row before, which may be an added one; of the column's type. What an added
 *     row has in other interpolated columns reads as defaults, and before the first row there is a
 *     row of defaults
 */
public record InterpolatedColumn(int column, Expression value) {}
