// SPDX-License-Identifier: Apache-2.0

/** CREATE DICTIONARY: what is kept of it, what it asks its source for, how it is shown. */
@NullMarked
package io.twinhouse.sql.lookup;

import org.jspecify.annotations.NullMarked;
