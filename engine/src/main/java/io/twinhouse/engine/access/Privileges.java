// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import io.twinhouse.engine.access.Privilege.Level;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All privileges of the server, as its system.privileges lists them. */
public final class Privileges {

  private static final String ALL_NAME = "ALL";

  private static final Map<String, Privilege> BY_NAME = new LinkedHashMap<>();
  private static final Map<String, List<Privilege>> MEMBERS = new HashMap<>();
  private static final Map<String, PrivilegeSet> SETS = new HashMap<>();
  private static final Map<Level, PrivilegeSet> BY_LEVEL = new EnumMap<>(Level.class);

  /** All of them. */
  static final PrivilegeSet ALL;

  /** By how many names a thing has: none, database, table, column. */
  private static final PrivilegeSet[] GRANTABLE = new PrivilegeSet[4];

  static {
    read();
    for (Privilege privilege : BY_NAME.values()) {
      PrivilegeSet set = withMembers(privilege);
      SETS.put(privilege.name().toUpperCase(Locale.ROOT), set);
      // an alias may be another privilege's name: that one is meant
      privilege.aliases().forEach(alias -> SETS.putIfAbsent(alias.toUpperCase(Locale.ROOT), set));
      if (privilege.level() != null) {
        BY_LEVEL.merge(
            privilege.level(), PrivilegeSet.ofIndex(privilege.index()), PrivilegeSet::with);
      }
    }
    ALL = named(ALL_NAME);
    for (int depth = 0; depth < GRANTABLE.length; depth++) {
      int names = depth;
      GRANTABLE[depth] =
          BY_LEVEL.entrySet().stream()
              .filter(entry -> entry.getKey().depth() >= names)
              .map(Map.Entry::getValue)
              .reduce(PrivilegeSet.NONE, PrivilegeSet::with);
    }
  }

  private Privileges() {}

  private static void read() {
    InputStream stream = Privileges.class.getResourceAsStream("privileges.tsv");
    if (stream == null) {
      throw new IllegalStateException("no resource privileges.tsv");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      int index = 0;
      for (String line : reader.lines().toList()) {
        String[] fields = line.split("\t", -1);
        List<String> aliases = fields[1].isEmpty() ? List.of() : List.of(fields[1].split(","));
        Level level = fields[2].isEmpty() ? null : Level.valueOf(fields[2]);
        int bit = level == null ? -1 : index++;
        Privilege privilege = new Privilege(fields[0], aliases, bit, level, fields[3]);
        BY_NAME.put(fields[0], privilege);
        MEMBERS.computeIfAbsent(fields[3], none -> new ArrayList<>()).add(privilege);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrivilegeSet withMembers(Privilege privilege) {
    PrivilegeSet set =
        privilege.index() < 0 ? PrivilegeSet.NONE : PrivilegeSet.ofIndex(privilege.index());
    for (Privilege member : MEMBERS.getOrDefault(privilege.name(), List.of())) {
      set = set.with(withMembers(member));
    }
    return set;
  }

  /** All privileges and groups, in the server's order. */
  public static List<Privilege> all() {
    return List.copyOf(BY_NAME.values());
  }

  /** Whether there is a privilege or group of this name or alias. */
  public static boolean isKnown(String name) {
    return SETS.containsKey(name.toUpperCase(Locale.ROOT));
  }

  /** Whether all of {@code set} are about users, engines or sources, not about tables. */
  public static boolean areNamed(PrivilegeSet set) {
    for (Level level : Level.values()) {
      if (level.isNamed() && of(level).contains(set)) {
        return true;
      }
    }
    return false;
  }

  /** What of {@code set} can be granted on a thing with {@code names} names. */
  public static PrivilegeSet grantable(PrivilegeSet set, int names) {
    return set.and(grantable(names));
  }

  static PrivilegeSet named(String name) {
    PrivilegeSet set = SETS.get(name.toUpperCase(Locale.ROOT));
    if (set == null) {
      throw new TwinhouseException(
          ErrorCode.SYNTAX_ERROR, "Syntax error: there is no privilege " + name);
    }
    return set;
  }

  static PrivilegeSet of(Level level) {
    return BY_LEVEL.getOrDefault(level, PrivilegeSet.NONE);
  }

  /** What can be granted on a thing with {@code names} names. */
  static PrivilegeSet grantable(int names) {
    return GRANTABLE[Math.min(names, GRANTABLE.length - 1)];
  }

  static List<String> names(PrivilegeSet set) {
    List<String> names = new ArrayList<>();
    Privilege all = BY_NAME.get(ALL_NAME);
    if (all != null) {
      collect(all, set, names);
    }
    return names;
  }

  private static void collect(Privilege privilege, PrivilegeSet set, List<String> names) {
    PrivilegeSet members = withMembers(privilege);
    if (!members.isEmpty() && set.contains(members)) {
      names.add(privilege.name());
      return;
    }
    if (privilege.index() >= 0 && set.contains(PrivilegeSet.ofIndex(privilege.index()))) {
      names.add(privilege.name());
    }
    MEMBERS.getOrDefault(privilege.name(), List.of()).forEach(m -> collect(m, set, names));
  }
}
