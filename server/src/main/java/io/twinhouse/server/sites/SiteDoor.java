// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.sites;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Lets in who has a key, to what the key is for. Keys are known by their SHA-256 alone.
 * Thread-safe.
 *
 * <pre>{@code
 * SiteTables.create(house);
 * SiteDoor door = SiteDoor.of(house, sites, 1_000);
 * door.append(writeKey, "https://shop.example", events, Instant.now());
 * door.reads(readKey).overview(SiteRange.last(Duration.ofDays(7), Instant.now()));
 * }</pre>
 */
public final class SiteDoor {

  private enum Use {
    WRITE,
    READ,
    ADMIN
  }

  private record Right(Site site, Use use) {}

  private final Twinhouse house;
  private final SiteRetries retries;
  private final Map<String, Right> rights = new HashMap<>();

  private SiteDoor(Twinhouse house, List<Site> sites, SiteRetries retries) {
    this.house = house;
    this.retries = retries;
    for (Site site : sites) {
      rights.put(site.writeKey(), new Right(site, Use.WRITE));
      rights.put(site.readKey(), new Right(site, Use.READ));
      rights.put(site.adminKey(), new Right(site, Use.ADMIN));
    }
  }

  /**
   * The door of some sites.
   *
   * @param held how many batches wait at most while the house takes none
   */
  public static SiteDoor of(Twinhouse house, List<Site> sites, int held) {
    return new SiteDoor(house, sites, SiteRetries.of(SiteIngest.into(house), held));
  }

  /** The form in which a key is known. */
  public static String hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /**
   * Takes a tracker's batch; see {@link SiteRetries#append}.
   *
   * @throws TwinhouseException also AUTHENTICATION_FAILED, ACCESS_DENIED
   */
  public int append(String key, String origin, List<SiteEvent> events, Instant now) {
    Site site = right(key, Use.WRITE).site();
    if (!site.active()) {
      throw denied("takes no events now");
    }
    if (!site.origins().isEmpty() && !site.origins().contains(origin)) {
      throw denied("takes no events from '" + origin + "'");
    }
    return retries.append(site.id(), events, now);
  }

  /** Tries again what the house did not take; to be called every few seconds. */
  public int retry(Instant now) {
    return retries.retry(now);
  }

  /**
   * The reads of the key's site; the keeper may read, too.
   *
   * @throws TwinhouseException AUTHENTICATION_FAILED, ACCESS_DENIED
   */
  public SiteReads reads(String key) {
    return new SiteReads(house, right(key, Use.READ).site().id());
  }

  /**
   * What the keeper of the key's site may do.
   *
   * @throws TwinhouseException AUTHENTICATION_FAILED, ACCESS_DENIED
   */
  public SiteAdmin admin(String key) {
    Site site = right(key, Use.ADMIN).site();
    return new SiteAdmin(house, new SiteReads(house, site.id()), retries);
  }

  private Right right(String key, Use use) {
    Right right = rights.get(hash(key));
    if (right == null) {
      throw new TwinhouseException(
          ErrorCode.AUTHENTICATION_FAILED, "No site has this key: check it, or make a new one");
    }
    boolean reader = use == Use.READ && right.use() == Use.ADMIN;
    if (right.use() != use && !reader) {
      throw new TwinhouseException(
          ErrorCode.ACCESS_DENIED,
          "The key of site '" + right.site().id() + "' is for " + right.use() + ", not for " + use);
    }
    return right;
  }

  private static TwinhouseException denied(String why) {
    return new TwinhouseException(ErrorCode.ACCESS_DENIED, "The site " + why);
  }
}
