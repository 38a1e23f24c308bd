// SPDX-License-Identifier: Apache-2.0
/**
 * Every registered function tried on the real server and on Twinhouse with signatures found by
 * search over columns of edge values. A signature is equal, refused or different; nothing may be
 * different.
 */
@NullMarked
package io.twinhouse.server.functions;

import org.jspecify.annotations.NullMarked;
