// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

/**
 * A part file made of the rows of others.
 *
 * @param number of the file
 * @param origins for each of its rows, which of the given rows it was
 */
public record MergedPart(int number, int[] origins) {}
