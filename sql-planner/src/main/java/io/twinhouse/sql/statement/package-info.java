// SPDX-License-Identifier: Apache-2.0
/**
 * What a client can ask besides a query, as immutable records around the trees of queries and
 * expressions: data definition, changes of data, questions about tables, settings and rights. A
 * statement says what was written; whether it makes sense is for those who run it to find out.
 * Everything is safe to share between threads.
 */
@NullMarked
package io.twinhouse.sql.statement;

import org.jspecify.annotations.NullMarked;
