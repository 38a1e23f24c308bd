// SPDX-License-Identifier: Apache-2.0

/**
 * What belongs to the declaration of a column: codecs and their parameters, rules of skip indexes,
 * the zone that its times keep, and what its new name means for those that name it.
 */
@NullMarked
package io.twinhouse.sql.prepare.column;

import org.jspecify.annotations.NullMarked;
