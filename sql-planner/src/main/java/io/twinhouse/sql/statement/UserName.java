// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import org.jspecify.annotations.Nullable;

/**
 * A user, or a role.
 *
 * @param host the pattern behind {@code @}; null for none
 */
public record UserName(String name, @Nullable String host) {}
