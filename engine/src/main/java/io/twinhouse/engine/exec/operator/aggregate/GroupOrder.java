// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

/**
 * What order has to do with an aggregation.
 *
 * @param loose whether groups may come in any order
 * @param mixed whether rows come in any order, another each time
 */
public record GroupOrder(boolean loose, boolean mixed) {}
