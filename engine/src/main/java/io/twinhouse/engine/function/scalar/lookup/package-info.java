// SPDX-License-Identifier: Apache-2.0

/** dictGet and its kin: values of ClickHouse's dictionaries by their keys. */
@NullMarked
package io.twinhouse.engine.function.scalar.lookup;

import org.jspecify.annotations.NullMarked;
