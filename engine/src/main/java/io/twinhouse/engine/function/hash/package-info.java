// SPDX-License-Identifier: Apache-2.0

/**
 * ClickHouse's hashes, bit for bit: CityHash 1.0.2, SipHash-2-4, the integer hashes and the
 * digests, and the scalar functions that fold them over arguments of any types. Dictionaries keep
 * two of them beside each entry; sampling, hashed distincts and the storage's keys rely on them.
 */
@NullMarked
package io.twinhouse.engine.function.hash;

import org.jspecify.annotations.NullMarked;
