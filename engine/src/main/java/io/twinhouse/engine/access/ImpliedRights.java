// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import io.twinhouse.engine.access.Privilege.Level;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What rights bring with them: who may read a column may know of it, of its table and of its
 * database; who may make tables may make views and temporary tables. Some system tables are
 * everybody's.
 */
final class ImpliedRights {

  private static final PrivilegeSet SHOW_COLUMNS = PrivilegeSet.of("SHOW COLUMNS");
  private static final PrivilegeSet SHOW_TABLES = PrivilegeSet.of("SHOW TABLES");
  private static final PrivilegeSet SHOW_DICTIONARIES = PrivilegeSet.of("SHOW DICTIONARIES");
  private static final PrivilegeSet SHOW_DATABASES = PrivilegeSet.of("SHOW DATABASES");
  private static final PrivilegeSet LISTED = SHOW_TABLES.with(SHOW_DICTIONARIES);
  private static final PrivilegeSet CREATE_TABLE = PrivilegeSet.of("CREATE TABLE");
  private static final PrivilegeSet CREATE_VIEW = PrivilegeSet.of("CREATE VIEW");
  private static final PrivilegeSet DROP_TABLE = PrivilegeSet.of("DROP TABLE");
  private static final PrivilegeSet DROP_VIEW = PrivilegeSet.of("DROP VIEW");
  private static final PrivilegeSet ALTER_TABLE = PrivilegeSet.of("ALTER TABLE");
  private static final PrivilegeSet ALTER_VIEW = PrivilegeSet.of("ALTER VIEW");
  private static final PrivilegeSet TEMPORARY_TABLE =
      PrivilegeSet.of("CREATE ARBITRARY TEMPORARY TABLE");
  private static final PrivilegeSet TEMPORARY_VIEW = PrivilegeSet.of("CREATE TEMPORARY VIEW");
  private static final PrivilegeSet SELECT = PrivilegeSet.of("SELECT");

  /** Tables of system that everybody reads; what they may not know of is not in them. */
  private static final List<String> EVERYBODYS =
      List.of(
          "aggregate_function_combinators",
          "collations",
          "columns",
          "completions",
          "contributors",
          "current_roles",
          "data_type_families",
          "database_engines",
          "databases",
          "dictionary_layouts",
          "disk_types",
          "enabled_roles",
          "formats",
          "functions",
          "licenses",
          "one",
          "privileges",
          "quota_usage",
          "settings",
          "table_engines",
          "table_functions",
          "tables",
          "time_zones");

  /** Tables about access, each for those who may do what SHOW does. */
  private static final List<List<String>> ABOUT_ACCESS =
      List.of(
          List.of("SHOW USERS", "users"),
          List.of("SHOW ROLES", "roles"),
          List.of("SHOW ROW POLICIES", "row_policies"),
          List.of("SHOW SETTINGS PROFILES", "settings_profiles"),
          List.of("SHOW QUOTAS", "quotas"),
          List.of("SHOW MASKING POLICIES", "masking_policies"));

  private ImpliedRights() {}

  /** {@code granted} and what comes with it. */
  static Rights with(Rights granted) {
    Rights all = within(granted, 0);
    PrivilegeSet most = all.most();
    for (String table : EVERYBODYS) {
      all = all.grant(RightsName.path(List.of("system", table)), SELECT);
    }
    for (List<String> pair : ABOUT_ACCESS) {
      if (most.contains(PrivilegeSet.of(pair.get(0)))) {
        all = all.grant(RightsName.path(List.of("system", pair.get(1))), SELECT);
      }
    }
    return all;
  }

  static Rights within(Rights node, int depth) {
    SortedMap<RightsName, Rights> children = new TreeMap<>();
    node.below().forEach((name, child) -> children.put(name, within(child, depth + 1)));
    PrivilegeSet most = node.here();
    for (Rights child : children.values()) {
      most = most.with(child.most());
    }
    PrivilegeSet here = shown(objects(node.here(), most, depth), most, depth);
    here = here.and(Privileges.grantable(depth));
    return Rights.of(here, children, depth);
  }

  private static PrivilegeSet objects(PrivilegeSet here, PrivilegeSet most, int depth) {
    PrivilegeSet all = here;
    all = all.with(here.contains(CREATE_TABLE) ? CREATE_VIEW : PrivilegeSet.NONE);
    all = all.with(here.contains(DROP_TABLE) ? DROP_VIEW : PrivilegeSet.NONE);
    all = all.with(here.meets(ALTER_TABLE) ? ALTER_VIEW : PrivilegeSet.NONE);
    if (depth == 0) {
      all = all.with(most.contains(CREATE_TABLE) ? TEMPORARY_TABLE : PrivilegeSet.NONE);
      all = all.with(most.contains(CREATE_VIEW) ? TEMPORARY_VIEW : PrivilegeSet.NONE);
    }
    return all;
  }

  private static PrivilegeSet shown(PrivilegeSet here, PrivilegeSet most, int depth) {
    PrivilegeSet all = here;
    if (all.meets(Privileges.of(Level.COLUMN))) {
      all = all.with(SHOW_COLUMNS);
    }
    boolean columns = all.meets(SHOW_COLUMNS) || depth == 2 && most.meets(SHOW_COLUMNS);
    boolean views = all.meets(Privileges.of(Level.VIEW));
    if (depth <= 2 && (columns || views || all.meets(Privileges.of(Level.TABLE)))) {
      all = all.with(SHOW_TABLES);
    }
    if (all.meets(Privileges.of(Level.DICTIONARY))) {
      all = all.with(SHOW_DICTIONARIES);
    }
    boolean objects = all.meets(LISTED) || depth == 1 && most.meets(LISTED);
    if (depth <= 1 && (objects || all.meets(Privileges.of(Level.DATABASE)))) {
      all = all.with(SHOW_DATABASES);
    }
    return all;
  }
}
