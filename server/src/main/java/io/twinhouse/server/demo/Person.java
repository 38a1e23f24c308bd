// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One user as drawn: who he is and how his events look.
 *
 * @param id as events carry it
 * @param uuid null for the few whose id is none
 * @param anonymous until {@code claimedAt}, if that is later than 0
 * @param home null for people whose address tells nothing
 * @param away where they moved to halfway, or their home again
 */
record Person(
    Event.Actor actor,
    @Nullable UUID uuid,
    boolean anonymous,
    long claimedAt,
    @Nullable Place home,
    @Nullable Place away) {

  static final String PROJECT = "demo-project";
  static final String BRANCH = "main";

  /** The person of an index, drawn from {@code random}. */
  static Person draw(DemoOptions options, int index, SplittableRandom random) {
    boolean anonymous = random.nextInt(100) < 10;
    long begin = options.begin().toEpochMilli();
    long claimedAt =
        anonymous && random.nextInt(5) == 0
            ? begin + random.nextLong(options.now().toEpochMilli() - begin)
            : 0;
    Place home = random.nextInt(100) < 5 ? null : place(random);
    Place away = random.nextInt(20) == 0 ? place(random) : home;
    UUID uuid = uuid(random);
    String id = uuid.toString();
    int oddity = random.nextInt(200);
    if (oddity == 0) {
      id = "user-" + index;
    } else if (oddity == 1) {
      id = id.substring(0, 14) + '1' + id.substring(15);
    }
    String project = random.nextInt(100) < 3 ? "other-project" : PROJECT;
    String branch = random.nextInt(100) < 2 ? "dev" : BRANCH;
    int teams = Math.max(1, options.users() / 20);
    String team =
        random.nextInt(100) < 30 ? team(options.seed(), random.nextInt(teams)).toString() : null;
    Event.Actor actor = new Event.Actor(project, branch, id, team, uuid(random).toString());
    return new Person(
        actor, oddity == 0 ? null : UUID.fromString(id), anonymous, claimedAt, home, away);
  }

  /** Whether the person had no account yet at that time. */
  boolean isAnonymousAt(long millis) {
    return anonymous && (claimedAt == 0 || millis < claimedAt);
  }

  private static Place place(SplittableRandom random) {
    // the smaller of two draws makes the first places the more frequent ones
    int size = Place.ALL.size();
    return Place.ALL.get(Math.min(random.nextInt(size), random.nextInt(size)));
  }

  private static UUID team(long seed, int index) {
    return uuid(new SplittableRandom(seed ^ (0x7ea3L << 32) ^ index));
  }

  /** A UUID of version 4. */
  static UUID uuid(SplittableRandom random) {
    long high = random.nextLong() & 0xffff_ffff_ffff_0fffL | 0x4000L;
    long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
