// SPDX-License-Identifier: Apache-2.0

/**
 * What databases, tables and views there are, kept in one checksummed text file that is replaced in
 * one step. Tables live in directories named by number, so that names can change freely.
 */
@NullMarked
package io.twinhouse.storage.arrow.catalog;

import org.jspecify.annotations.NullMarked;
