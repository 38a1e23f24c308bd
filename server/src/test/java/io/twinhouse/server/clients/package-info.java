// SPDX-License-Identifier: Apache-2.0
/**
 * Clients that others wrote, unmodified, against our endpoint and against the real server: what
 * they tell an application must be the same.
 */
@NullMarked
package io.twinhouse.server.clients;

import org.jspecify.annotations.NullMarked;
