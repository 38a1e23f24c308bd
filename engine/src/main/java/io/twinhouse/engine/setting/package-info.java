// SPDX-License-Identifier: Apache-2.0

/**
 * Query settings: names, types, defaults and how a value is parsed. All of ClickHouse's names are
 * known; those that change an answer are honoured or refused by name.
 */
@NullMarked
package io.twinhouse.engine.setting;

import org.jspecify.annotations.NullMarked;
