// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.page;

/**
 * Something for a browser. The array is not copied; do not write to it.
 *
 * @param contentType as the header has it
 */
@SuppressWarnings("ArrayRecordComponent")
public record PageFile(String contentType, byte[] bytes) {}
