// SPDX-License-Identifier: Apache-2.0

/**
 * Files that statements name: which of them a statement may touch, what their names say of format
 * and compression, and how they are opened. {@link io.twinhouse.engine.file.FileAccess} is the
 * door; codecs come from other modules behind {@link io.twinhouse.engine.file.CompressionProvider}.
 */
@NullMarked
package io.twinhouse.engine.file;

import org.jspecify.annotations.NullMarked;
