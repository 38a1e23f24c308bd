// SPDX-License-Identifier: Apache-2.0
/** What a query takes, told after it ran and before. */
@NullMarked
package io.twinhouse.server.explain;

import org.jspecify.annotations.NullMarked;
