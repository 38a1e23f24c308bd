// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import io.twinhouse.engine.access.Privilege.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Privileges on one thing, as GRANT and REVOKE name it.
 *
 * @param object no name for everything, a database (or another thing with a name), a database and a
 *     table
 * @param prefix whether the last name of the object is what the names of all that is meant begin
 *     with
 * @param columns empty for all of them
 * @param grantOption may be granted to others; of a revoke, only that is taken away
 * @param revoked a part taken away of what is granted on more
 */
public record RightsElement(
    PrivilegeSet privileges,
    List<String> object,
    boolean prefix,
    List<String> columns,
    boolean grantOption,
    boolean revoked) {

  /** The kinds of named things, as SHOW GRANTS orders them. */
  private static final List<List<Level>> NAMED =
      List.of(
          List.of(Level.SOURCE),
          List.of(Level.TABLE_ENGINE),
          List.of(Level.DEFINER),
          List.of(Level.USER_NAME),
          List.of(Level.NAMED_COLLECTION));

  public RightsElement {
    object = List.copyOf(object);
    columns = List.copyOf(columns);
  }

  /** Privileges on {@code object}, all columns. */
  public static RightsElement of(PrivilegeSet privileges, String... object) {
    return new RightsElement(privileges, List.of(object), false, List.of(), false, false);
  }

  /** The same with the option to grant it to others. */
  public RightsElement withGrantOption() {
    return new RightsElement(privileges, object, prefix, columns, true, revoked);
  }

  /** The same for some columns only. */
  public RightsElement onColumns(List<String> wanted) {
    return new RightsElement(privileges, object, prefix, wanted, grantOption, revoked);
  }

  /** The same on all whose name begins with the object's last name. */
  public RightsElement onPrefix() {
    return new RightsElement(privileges, object, true, columns, grantOption, revoked);
  }

  /** The same on the object alone, as errors name it. */
  RightsElement withoutPrefix() {
    return new RightsElement(privileges, object, false, columns, grantOption, revoked);
  }

  /** The same of fewer privileges. */
  RightsElement limited(PrivilegeSet fewer) {
    return new RightsElement(fewer, object, prefix, columns, grantOption, revoked);
  }

  /** The same with or without the option, as a grant. */
  RightsElement granted(boolean option) {
    return new RightsElement(privileges, object, prefix, columns, option, false);
  }

  List<List<RightsName>> paths() {
    List<RightsName> names = new ArrayList<>();
    for (int i = 0; i < object.size(); i++) {
      names.add(new RightsName(object.get(i), prefix && i == object.size() - 1));
    }
    if (columns.isEmpty()) {
      return List.of(names);
    }
    List<List<RightsName>> paths = new ArrayList<>();
    for (String column : columns) {
      List<RightsName> path = new ArrayList<>(names);
      path.add(new RightsName(column, false));
      paths.add(path);
    }
    return paths;
  }

  /** One element for the rights on tables and one for each kind of other things. */
  static List<RightsElement> split(
      List<RightsName> path, PrivilegeSet set, boolean option, boolean revoked) {
    List<String> names = path.stream().map(RightsName::text).toList();
    List<String> object = names.subList(0, Math.min(2, path.size()));
    List<String> columns = names.subList(object.size(), path.size());
    boolean prefix = !object.isEmpty() && path.get(object.size() - 1).prefix();
    RightsElement all = new RightsElement(set, object, prefix, columns, option, revoked);
    if (set.equals(Privileges.ALL)) {
      return List.of(all);
    }
    List<RightsElement> elements = new ArrayList<>();
    PrivilegeSet plain = set;
    for (List<Level> levels : NAMED) {
      PrivilegeSet some = set.and(Privileges.of(levels.get(0)));
      plain = plain.without(some);
      if (!some.isEmpty()) {
        elements.add(all.limited(some));
      }
    }
    if (!plain.isEmpty()) {
      elements.add(path.isEmpty() ? sourcesAndEngines(elements) : 0, all.limited(plain));
    }
    return elements;
  }

  /** How many elements stand before the plain rights on everything. */
  private static int sourcesAndEngines(List<RightsElement> elements) {
    PrivilegeSet first = Privileges.of(Level.SOURCE).with(Privileges.of(Level.TABLE_ENGINE));
    return (int) elements.stream().filter(e -> first.contains(e.privileges())).count();
  }

  /** Elements next to each other that differ in columns alone become one. */
  static List<RightsElement> withColumnsTogether(List<RightsElement> elements) {
    List<RightsElement> result = new ArrayList<>();
    for (RightsElement element : elements) {
      int last = -1;
      for (int i = 0; i < result.size() && !element.columns.isEmpty(); i++) {
        RightsElement other = result.get(i);
        boolean same = other.sameBut(element) && other.privileges.equals(element.privileges);
        last = same && !other.columns.isEmpty() ? i : last;
      }
      if (last < 0) {
        result.add(element);
      } else {
        List<String> columns = new ArrayList<>(result.get(last).columns);
        columns.addAll(element.columns);
        result.set(last, element.onColumns(columns));
      }
    }
    return result;
  }

  /** Whether both can stand in one GRANT: the same object, option and direction. */
  boolean sameBut(RightsElement other) {
    return object.equals(other.object)
        && prefix == other.prefix
        && isNamed() == other.isNamed()
        && (!isNamed() || privileges.equals(other.privileges))
        && grantOption == other.grantOption
        && revoked == other.revoked;
  }

  boolean isNamed() {
    return Privileges.areNamed(privileges);
  }

  /** The privileges, each with the columns. */
  String privilegesText() {
    if (columns.isEmpty()) {
      return privileges.toString();
    }
    String list =
        columns.stream().map(AccessText::quoted).collect(Collectors.joining(", ", "(", ")"));
    return privileges.names().stream().map(n -> n + list).collect(Collectors.joining(", "));
  }

  /** What it is about: {@code *.*}, {@code db.*}, {@code db.t}, {@code *}, {@code name}. */
  String objectText() {
    String more = prefix ? "*" : "";
    if (isNamed()) {
      return switch (object.size()) {
        case 0 -> "*";
        case 1 -> AccessText.quoted(object.get(0)) + more;
        default -> AccessText.quoted(object.get(0)) + "(" + AccessText.quoted(object.get(1)) + ")";
      };
    }
    return switch (object.size()) {
      case 0 -> "*.*";
      case 1 -> AccessText.quoted(object.get(0)) + more + ".*";
      default -> AccessText.quoted(object.get(0)) + "." + AccessText.quoted(object.get(1)) + more;
    };
  }

  /** As errors name it: {@code SELECT(a, b) ON db.t}. */
  @Override
  public String toString() {
    return privilegesText() + " ON " + objectText();
  }
}
