// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.sites;

/**
 * How many events have a value of a property.
 *
 * @param type {@code String}, {@code Int64}, {@code Bool} and so on: the text 1 is not the number
 * @param value as JSON
 */
public record PropertyShare(String type, String value, long events) {}
