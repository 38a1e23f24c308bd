// SPDX-License-Identifier: Apache-2.0
/**
 * Statements and data that nobody meant to send: those of other tests with parts of each other,
 * with letters and words lost, with huge numbers, nested deeply. Whatever comes of it is answered
 * or refused by an error of the server's, soon.
 */
@NullMarked
package io.twinhouse.server.mutation;

import org.jspecify.annotations.NullMarked;
