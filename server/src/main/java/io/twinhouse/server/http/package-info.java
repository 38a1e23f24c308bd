// SPDX-License-Identifier: Apache-2.0

/**
 * The endpoint that speaks ClickHouse's HTTP protocol over an engine, on the JDK's own server. A
 * request is read by {@code RequestParameters} and {@code RequestBody}, run by {@code
 * QueryHandler}, answered through {@code ResponseBody}.
 */
@NullMarked
package io.twinhouse.server.http;

import org.jspecify.annotations.NullMarked;
