// SPDX-License-Identifier: Apache-2.0

/** The JSON family: whole documents, one object or array a line. */
@NullMarked
package io.twinhouse.engine.format.json;

import org.jspecify.annotations.NullMarked;
