// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import io.twinhouse.engine.access.AccessEntity.Grantee;
import io.twinhouse.engine.access.AccessEntity.Profile;
import io.twinhouse.engine.access.AccessEntity.Quota;
import io.twinhouse.engine.access.AccessEntity.Role;
import io.twinhouse.engine.access.AccessEntity.RowPolicy;
import io.twinhouse.engine.access.AccessEntity.User;
import io.twinhouse.engine.access.quota.QuotaInterval;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The statements that make an entity again, as SHOW CREATE and SHOW GRANTS print them. */
final class Definitions {

  private final Entities entities;

  Definitions(Entities entities) {
    this.entities = entities;
  }

  /**
   * @param secrets whether to print what passwords are kept as
   */
  String create(AccessEntity entity, boolean secrets) {
    if (entity instanceof User user) {
      return user(user, secrets);
    }
    if (entity instanceof Role role) {
      return "CREATE ROLE " + AccessText.quoted(role.name()) + AccessText.settings(role.settings());
    }
    if (entity instanceof Profile profile) {
      return "CREATE SETTINGS PROFILE `"
          + profile.name()
          + "`"
          + AccessText.settings(profile.settings())
          + to(profile.to());
    }
    return entity instanceof Quota quota ? quota(quota) : policy((RowPolicy) entity);
  }

  private String quota(Quota quota) {
    String parts = String.join(", ", quota.key().parts());
    String intervals =
        String.join(", ", quota.intervals().stream().map(QuotaInterval::definition).toList());
    return "CREATE QUOTA "
        + AccessText.quoted(quota.name())
        + (parts.isEmpty() ? "" : " KEYED BY " + parts)
        + (intervals.isEmpty() ? "" : " " + intervals)
        + to(quota.to());
  }

  private String user(User user, boolean secrets) {
    String proof = secrets ? user.credential().definition() : user.credential().toString();
    String database = user.defaultDatabase();
    String roles =
        user.defaultRoles().equals(EntitySet.ALL)
            ? ""
            : " DEFAULT ROLE " + set(user.defaultRoles());
    return "CREATE USER "
        + AccessText.quoted(user.name())
        + " IDENTIFIED WITH "
        + proof
        + roles
        + (database == null ? "" : " DEFAULT DATABASE " + AccessText.quoted(database))
        + AccessText.settings(user.settings());
  }

  private String policy(RowPolicy policy) {
    String filter = policy.filter();
    return "CREATE ROW POLICY "
        + policy.name()
        + (policy.restrictive() ? " AS RESTRICTIVE" : "")
        + (filter == null ? "" : " FOR SELECT USING " + filter)
        + to(policy.to());
  }

  private String to(EntitySet set) {
    return set.equals(EntitySet.NONE) ? "" : " TO " + set(set);
  }

  private String set(EntitySet set) {
    String some = set.all() ? "ALL" : quoted(set.ids());
    String text = some.isEmpty() ? "NONE" : some;
    return set.except().isEmpty() ? text : text + " EXCEPT " + quoted(set.except());
  }

  private String quoted(Set<UUID> ids) {
    return String.join(", ", entities.names(ids).stream().map(AccessText::quoted).toList());
  }

  /** The grants of a user or role, rights first. */
  List<String> grants(Grantee grantee) {
    List<String> texts = new ArrayList<>(grants(grantee.name(), grantee.rights()));
    Set<UUID> plain = new HashSet<>();
    Set<UUID> admin = new HashSet<>();
    grantee.roles().forEach((role, option) -> (option ? admin : plain).add(role));
    String to = " TO " + AccessText.quoted(grantee.name());
    if (!plain.isEmpty()) {
      texts.add("GRANT " + quoted(plain) + to);
    }
    if (!admin.isEmpty()) {
      texts.add("GRANT " + quoted(admin) + to + " WITH ADMIN OPTION");
    }
    return texts;
  }

  /** Rights as GRANT and REVOKE of {@code name}. */
  static List<String> grants(String name, GrantedRights rights) {
    List<String> texts = new ArrayList<>();
    List<RightsElement> open = new ArrayList<>();
    for (RightsElement element : rights.elements()) {
      if (!open.isEmpty() && !open.get(0).sameBut(element)) {
        texts.add(text(name, open));
        open.clear();
      }
      open.add(element);
    }
    if (!open.isEmpty()) {
      texts.add(text(name, open));
    }
    return texts;
  }

  private static String text(String name, List<RightsElement> elements) {
    RightsElement first = elements.get(0);
    String rights =
        String.join(", ", elements.stream().map(RightsElement::privilegesText).toList());
    boolean option = first.grantOption();
    return (first.revoked() ? "REVOKE " + (option ? "GRANT OPTION FOR " : "") : "GRANT ")
        + rights
        + " ON "
        + first.objectText()
        + (first.revoked() ? " FROM " : " TO ")
        + AccessText.quoted(name)
        + (option && !first.revoked() ? " WITH GRANT OPTION" : "");
  }
}
