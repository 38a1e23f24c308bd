// SPDX-License-Identifier: Apache-2.0

/**
 * The demo: seeded events and users, the metrics page run over them in one house or two, every cell
 * compared, and the report. {@code EventGenerator} and {@code UserGenerator} make the rows, {@code
 * DemoRun} runs, {@code DemoReport} and its printers show.
 */
@NullMarked
package io.twinhouse.server.demo;

import org.jspecify.annotations.NullMarked;
