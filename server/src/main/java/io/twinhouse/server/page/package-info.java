// SPDX-License-Identifier: Apache-2.0

/**
 * The local page: a query editor with results, charts, plans and memory, and the two example
 * dashboards. One document, one script, one style sheet, and two libraries from the class path;
 * nothing is asked of any other host.
 */
@NullMarked
package io.twinhouse.server.page;

import org.jspecify.annotations.NullMarked;
