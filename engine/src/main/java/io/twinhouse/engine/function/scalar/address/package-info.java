// SPDX-License-Identifier: Apache-2.0
/**
 * Network addresses and identifiers as numbers, bytes and text: IPv4, IPv6, UUID and the times in
 * UUIDs and snowflake identifiers.
 */
@NullMarked
package io.twinhouse.engine.function.scalar.address;

import org.jspecify.annotations.NullMarked;
