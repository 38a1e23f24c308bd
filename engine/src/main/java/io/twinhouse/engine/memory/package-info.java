// SPDX-License-Identifier: Apache-2.0

/**
 * The accounting tree: server, user, query, operator. Bytes are reserved here before they are
 * allocated; a refused reservation is error 241 and nothing has been allocated. Peaks are exact and
 * repeatable.
 */
@NullMarked
package io.twinhouse.engine.memory;

import org.jspecify.annotations.NullMarked;
