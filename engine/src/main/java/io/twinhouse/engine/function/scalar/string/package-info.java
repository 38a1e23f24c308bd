// SPDX-License-Identifier: Apache-2.0
/**
 * Functions of strings: bytes unless the name ends in UTF8. Slicing, trimming, case, search,
 * patterns (LIKE and RE2), replacing, splitting and encodings, one family a class.
 */
@NullMarked
package io.twinhouse.engine.function.scalar.string;

import org.jspecify.annotations.NullMarked;
