// SPDX-License-Identifier: Apache-2.0

/**
 * What names mean: the columns that FROM yields, aliases, queries of WITH, parameters, settings;
 * and what all binders share: constants, errors in the server's words, the operators that live only
 * until their clause is in place.
 */
@NullMarked
package io.twinhouse.sql.analyse.scope;

import org.jspecify.annotations.NullMarked;
