// SPDX-License-Identifier: Apache-2.0

/**
 * The command line: {@code demo}, {@code server}, and those of {@link io.twinhouse.server.local}.
 * Results go to stdout, everything else to stderr; an error ends with a status other than zero and
 * never with a stack trace.
 */
@NullMarked
package io.twinhouse.server;

import org.jspecify.annotations.NullMarked;
