// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import io.twinhouse.server.demo.Payloads.FlagForm;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Draws the events, user by user. A user's draws depend on the seed and his index alone. Token
 * refreshes of one user never share a millisecond, so that "the latest" is one row.
 */
final class EventGenerator {

  private static final long FIVE_MINUTES = 300_000;
  private static final int ONLINE_USERS = 8;
  private static final List<String> REFERRERS =
      List.of(
          "",
          "https://search.example/",
          "https://news.example/item",
          "https://social.example/feed",
          "https://blog.example/post?id=7",
          "https://mail.example/");

  private final DemoOptions options;
  private final long begin;
  private final long end;

  EventGenerator(DemoOptions options) {
    this.options = options;
    this.begin = options.begin().toEpochMilli();
    this.end = options.now().toEpochMilli();
  }

  /** Hands every event to {@code consumer}. */
  void forEach(Consumer<Event> consumer) {
    for (int index = 0; index < options.users(); index++) {
      SplittableRandom random = randomOf(options.seed(), index);
      Person person = Person.draw(options, index, random);
      eventsOf(person, index, random, consumer);
    }
  }

  static SplittableRandom randomOf(long seed, int index) {
    return new SplittableRandom(seed * 0x9e3779b97f4a7c15L + index);
  }

  private void eventsOf(
      Person person, int index, SplittableRandom random, Consumer<Event> consumer) {
    int views = options.eventsPerUser() * 3 / 9;
    int clicks = options.eventsPerUser() / 9;
    int refreshes = options.eventsPerUser() - views - clicks;
    Set<Long> taken = new HashSet<>();
    for (int i = 0; i < refreshes; i++) {
      boolean online = i == 0 && index < ONLINE_USERS;
      long at = online ? end - 1 - random.nextLong(FIVE_MINUTES) : moment(random);
      while (!taken.add(at)) {
        at--;
      }
      consumer.accept(refresh(person, at, random));
    }
    for (int i = 0; i < views; i++) {
      consumer.accept(pageView(person, moment(random), random));
    }
    for (int i = 0; i < clicks; i++) {
      consumer.accept(click(person, moment(random), random));
    }
    if (random.nextInt(20) == 0) {
      consumer.accept(
          new Event(
              Event.SIGN_UP_RULE,
              moment(random),
              person.actor(),
              new Event.Facts(null, null, null, null),
              Payloads.signUpRule(person.actor(), random.nextInt(9))));
    }
  }

  private long moment(SplittableRandom random) {
    return begin + random.nextLong(end - begin);
  }

  private Event refresh(Person person, long at, SplittableRandom random) {
    boolean anonymous = person.isAnonymousAt(at);
    int draw = random.nextInt(100);
    FlagForm form =
        draw < 2
            ? FlagForm.MISSING
            : draw < 3 ? FlagForm.NULL : draw < 8 ? FlagForm.NUMBER : FlagForm.BOOLEAN;
    Place place = at - begin < (end - begin) / 2 ? person.home() : person.away();
    int gap = random.nextInt(60);
    Place told = gap > 1 ? place : null;
    Event.Facts facts =
        new Event.Facts(
            stated(anonymous, form),
            told == null ? null : told.country(),
            told == null ? null : told.region(),
            null);
    Event.Actor actor = spelled(person.actor(), random);
    String payload = Payloads.tokenRefresh(actor, anonymous, form, place, gap);
    return new Event(Event.TOKEN_REFRESH, at, actor, facts, payload);
  }

  /** Few events have no user, and few spell the id in another way. */
  private static Event.Actor spelled(Event.Actor actor, SplittableRandom random) {
    int draw = random.nextInt(200);
    String user = actor.user();
    if (user == null || draw > 2) {
      return actor;
    }
    return switch (draw) {
      case 0 -> actor.withUser(null);
      case 1 -> actor.withUser(user.toUpperCase(Locale.ROOT));
      default -> actor.withUser(" " + user + " ");
    };
  }

  private Event pageView(Person person, long at, SplittableRandom random) {
    FlagForm form = random.nextInt(100) < 15 ? FlagForm.BOOLEAN : FlagForm.MISSING;
    boolean anonymous = person.isAnonymousAt(at);
    int draw = random.nextInt(REFERRERS.size() * 4 + 1);
    String referrer = draw == 0 ? null : REFERRERS.get(draw % REFERRERS.size());
    String payload =
        Payloads.pageView(
            random.nextInt(100), referrer, anonymous, form, 360 + 40 * random.nextInt(40));
    Event.Facts facts = new Event.Facts(stated(anonymous, form), null, null, referrer);
    return new Event(Event.PAGE_VIEW, at, nobodyAtTimes(person, random), facts, payload);
  }

  private Event click(Person person, long at, SplittableRandom random) {
    FlagForm form = random.nextInt(100) < 15 ? FlagForm.NUMBER : FlagForm.MISSING;
    boolean anonymous = person.isAnonymousAt(at);
    String payload = Payloads.click(random.nextInt(100), anonymous, form, random);
    Event.Facts facts = new Event.Facts(stated(anonymous, form), null, null, null);
    return new Event(Event.CLICK, at, nobodyAtTimes(person, random), facts, payload);
  }

  private static Event.Actor nobodyAtTimes(Person person, SplittableRandom random) {
    return random.nextInt(100) == 0 ? person.actor().withUser(null) : person.actor();
  }

  private static @Nullable Boolean stated(boolean anonymous, FlagForm form) {
    return form == FlagForm.BOOLEAN || form == FlagForm.NUMBER ? anonymous : null;
  }
}
