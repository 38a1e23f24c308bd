// SPDX-License-Identifier: Apache-2.0
/** Parts of URLs. */
@NullMarked
package io.twinhouse.engine.function.scalar.url;

import org.jspecify.annotations.NullMarked;
