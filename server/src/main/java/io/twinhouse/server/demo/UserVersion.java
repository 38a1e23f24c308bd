// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import java.util.UUID;

/**
 * One row of the users table.
 *
 * @param signedUpMillis of a tombstone: when the user was deleted, often in another month
 * @param sequence the version; the greatest of an id counts, of equal ones the last inserted
 */
record UserVersion(
    String project,
    String branch,
    UUID id,
    String name,
    boolean verified,
    boolean anonymous,
    long signedUpMillis,
    long sequence,
    boolean deleted) {}
