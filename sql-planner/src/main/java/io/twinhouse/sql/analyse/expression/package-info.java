// SPDX-License-Identifier: Apache-2.0

/**
 * Expressions over the columns of FROM: identifiers, functions, aggregates, window functions,
 * lambdas, IN and sub-queries, {@code *} and its kin, and what the result calls them.
 */
@NullMarked
package io.twinhouse.sql.analyse.expression;

import org.jspecify.annotations.NullMarked;
