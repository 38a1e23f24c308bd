// SPDX-License-Identifier: Apache-2.0
/** Bytes as text and text as bytes: hexadecimal, binary, Base64, percent encoding, characters. */
@NullMarked
package io.twinhouse.engine.function.scalar.encode;

import org.jspecify.annotations.NullMarked;
