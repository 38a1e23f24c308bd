// SPDX-License-Identifier: Apache-2.0
/** Digests and hashes that the JDK lacks, each from its public definition. */
@NullMarked
package io.twinhouse.engine.function.digest;

import org.jspecify.annotations.NullMarked;
