// SPDX-License-Identifier: Apache-2.0
/**
 * The civil calendar and time zones over plain numbers, without an object a value: days since 1970,
 * seconds since 1970, offsets that are looked up once for a stretch of time.
 */
@NullMarked
package io.twinhouse.engine.time;

import org.jspecify.annotations.NullMarked;
