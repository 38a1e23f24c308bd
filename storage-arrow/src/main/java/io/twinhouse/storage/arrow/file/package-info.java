// SPDX-License-Identifier: Apache-2.0

/**
 * The one seam through which the store touches files: create, append, map, sync, rename, list,
 * lock. Tables in memory and tables on disk are the same code over two directories, and tests break
 * each call through a third. Also the Arrow memory that files in RAM live in, and the checksummed
 * text files that definitions and manifests are kept in.
 */
@NullMarked
package io.twinhouse.storage.arrow.file;

import org.jspecify.annotations.NullMarked;
