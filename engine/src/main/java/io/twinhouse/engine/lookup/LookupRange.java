// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.lookup;

import io.twinhouse.engine.type.Type;

/**
 * Between which values of another column the rows of a key hold, both ends included.
 *
 * @param type of both ends
 * @param lowest an end that there is none of, and {@code highest}
 * @param latest whether of several ranges the last one is taken, not the first
 * @param nullIsOpen whether an end that is NULL means there is none, else the row holds never
 */
public record LookupRange(
    String min,
    String max,
    Type type,
    long lowest,
    long highest,
    boolean latest,
    boolean nullIsOpen) {}
