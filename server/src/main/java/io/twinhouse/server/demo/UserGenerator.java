// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Draws the rows of the users table, oldest arrival first: one to four versions of each user, not
 * always in order, tombstones for one in twenty, some of whom come back, and few versions sent
 * twice with other values.
 */
final class UserGenerator {

  private static final int STEP = 11;

  private final DemoOptions options;

  UserGenerator(DemoOptions options) {
    this.options = options;
  }

  /** Hands every row to {@code consumer}. */
  void forEach(Consumer<UserVersion> consumer) {
    for (int round = 0; round < 5; round++) {
      for (int index = 0; index < options.users(); index++) {
        SplittableRandom random = EventGenerator.randomOf(options.seed(), index);
        Person person = Person.draw(options, index, random);
        if (person.uuid() != null) {
          rowOf(person, index, round, random, consumer);
        }
      }
    }
  }

  private void rowOf(
      Person person,
      int index,
      int round,
      SplittableRandom random,
      Consumer<UserVersion> consumer) {
    long begin = options.begin().toEpochMilli();
    long span = options.now().toEpochMilli() - begin;
    long signedUp = begin + random.nextLong(span);
    int versions = 1 + random.nextInt(4);
    boolean reversed = random.nextInt(4) == 0;
    boolean deleted = random.nextInt(20) == 0;
    boolean back = deleted && random.nextInt(4) == 0;
    boolean repeated = random.nextInt(50) == 0;
    long base = STEP * (10L * index + 1);
    if (round < versions) {
      int version = reversed ? versions - 1 - round : round;
      consumer.accept(live(person, signedUp, base + (long) STEP * version, version % 2 == 1));
    } else if (round == 4 && deleted) {
      long deletedAt = signedUp + random.nextLong(options.now().toEpochMilli() - signedUp);
      consumer.accept(tombstone(person, deletedAt, base + STEP * 5L));
      if (back) {
        consumer.accept(live(person, signedUp, base + STEP * 6L, true));
      }
    } else if (round == 4 && repeated) {
      int last = versions - 1;
      consumer.accept(live(person, signedUp, base + (long) STEP * last, last % 2 == 0));
    }
  }

  private static UserVersion live(Person person, long signedUp, long sequence, boolean verified) {
    return row(person, signedUp, sequence, verified, false);
  }

  private static UserVersion tombstone(Person person, long deletedAt, long sequence) {
    return row(person, deletedAt, sequence, false, true);
  }

  private static UserVersion row(
      Person person, long signedUp, long sequence, boolean verified, boolean deleted) {
    boolean anonymous = person.anonymous() && person.claimedAt() == 0;
    return new UserVersion(
        person.actor().project(),
        person.actor().branch(),
        Objects.requireNonNull(person.uuid()),
        anonymous ? "" : "User " + sequence,
        verified && !anonymous,
        anonymous,
        signedUp,
        sequence,
        deleted);
  }
}
