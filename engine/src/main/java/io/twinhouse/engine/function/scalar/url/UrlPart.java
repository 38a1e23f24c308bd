// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.url;

/** Finds a part of a URL; the range is told as {@link UrlParts} tells ranges. */
@FunctionalInterface
interface UrlPart {
  long find(byte[] data, int from, int to);
}
