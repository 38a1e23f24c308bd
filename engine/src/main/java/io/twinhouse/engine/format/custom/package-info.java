// SPDX-License-Identifier: Apache-2.0
/**
 * Lines whose make the user tells by settings: CustomSeparated, with delimiters around rows and
 * fields, Regexp, with an expression whose groups are the fields, and Template, with places for
 * values in a text.
 */
@NullMarked
package io.twinhouse.engine.format.custom;

import org.jspecify.annotations.NullMarked;
