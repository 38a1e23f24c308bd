// SPDX-License-Identifier: Apache-2.0
/**
 * A row store's tables kept as replacing tables of a house: pages of changes in order of their
 * sequence, a cursor a tenancy and mapping that only goes forward, tombstones, and a verifier that
 * names every row and cell that differs. Whatever is sent twice is the same afterwards, since the
 * sequence is the version.
 */
@NullMarked
package io.twinhouse.engine.mirror;

import org.jspecify.annotations.NullMarked;
