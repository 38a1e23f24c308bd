// SPDX-License-Identifier: Apache-2.0

/**
 * Compressed bodies of the HTTP protocol: ClickHouse's own frames (LZ4 under a CityHash128
 * checksum), and the encodings of HTTP.
 */
@NullMarked
package io.twinhouse.server.compression;

import org.jspecify.annotations.NullMarked;
