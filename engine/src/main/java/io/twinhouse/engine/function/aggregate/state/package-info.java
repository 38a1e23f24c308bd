// SPDX-License-Identifier: Apache-2.0

/**
 * What the states of aggregate functions are made of: arrays by group number that reserve their
 * bytes before they grow, values kept for a group, and how both are written as bytes.
 */
@NullMarked
package io.twinhouse.engine.function.aggregate.state;

import org.jspecify.annotations.NullMarked;
