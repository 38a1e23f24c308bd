// SPDX-License-Identifier: Apache-2.0
/**
 * Statements about users and rights, and the rights that all others take: what a statement's tree
 * says becomes a change for {@link io.twinhouse.engine.access.AccessControl} or a check against the
 * asking user's {@link io.twinhouse.engine.access.Permissions}. Which columns a query reads is
 * known when it has been planned, so that is checked last, as on the server.
 */
@NullMarked
package io.twinhouse.sql.access;

import org.jspecify.annotations.NullMarked;
