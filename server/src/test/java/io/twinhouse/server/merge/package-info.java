// SPDX-License-Identifier: Apache-2.0

/** Merges of more rows than a slice: what they leave, and what they take. */
@NullMarked
package io.twinhouse.server.merge;

import org.jspecify.annotations.NullMarked;
