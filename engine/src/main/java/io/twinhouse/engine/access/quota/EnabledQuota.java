// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access.quota;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query counts against: an account of its user's quota, or none. Thread-safe. */
public final class EnabledQuota {

  private final String user;
  private final @Nullable QuotaAccount account;
  private final QuotaAccounts all;

  /**
   * @param account null for a user without a quota
   */
  public EnabledQuota(String user, @Nullable QuotaAccount account, QuotaAccounts all) {
    this.user = user;
    this.account = account;
    this.all = all;
  }

  /** Whether anything is counted. */
  public boolean counts() {
    return account != null;
  }

  /**
   * Counts what was used.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException QUOTA_EXCEEDED
   */
  public void use(QuotaResource resource, long count) {
    if (account != null) {
      account.use(user, resource, count, true);
    }
  }

  /** Counts a query that failed, which refuses the next one and not this. */
  public void failed() {
    if (account != null) {
      account.use(user, QuotaResource.ERRORS, 1, false);
    }
  }

  /**
   * Refuses to go on when more was used than is allowed.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException QUOTA_EXCEEDED
   */
  public void check(QuotaResource resource) {
    if (account != null) {
      account.check(user, resource);
    }
  }

  /** What is used of this one; null for none. */
  public @Nullable QuotaUsage usage() {
    return account == null ? null : account.usage();
  }

  /** What is used of all, by quota and key. */
  public List<QuotaUsage> everybodysUsage() {
    return all.usage();
  }
}
