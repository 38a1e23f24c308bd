// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import org.apache.parquet.format.Encoding;

/**
 * A page with values.
 *
 * @param count of entries, NULLs and empty lists among them
 * @param repetitions where in a list each entry stands; empty for leaves outside of lists
 * @param definitions how much of its path each entry has; empty for leaves that are always there
 */
record Page(int count, Slice repetitions, Slice definitions, Slice values, Encoding encoding) {}
