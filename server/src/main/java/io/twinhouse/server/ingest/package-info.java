// SPDX-License-Identifier: Apache-2.0
/**
 * What browsers report, checked and appended to the events of the platform: a batch is taken whole
 * or refused whole, with what is wrong and where.
 */
@NullMarked
package io.twinhouse.server.ingest;

import org.jspecify.annotations.NullMarked;
