// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.frontend;

/**
 * What a rule changed or found, for EXPLAIN and for the result.
 *
 * @param rule for instance {@code BoundWindow}
 * @param text one sentence with the scan, key and figures at hand
 */
public record Note(String rule, String text) {}
