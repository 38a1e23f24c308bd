// SPDX-License-Identifier: Apache-2.0

/**
 * What data say of their columns, where nobody has declared them: names and types as the server
 * would tell them by the same first rows, or a refusal where the data leave a doubt.
 */
@NullMarked
package io.twinhouse.engine.format.structure;

import org.jspecify.annotations.NullMarked;
