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
 * @param columns empty for all of them
 * @param grantOption may be granted to others; of a revoke, only that is taken away
 * @param revoked a part taken away of what is granted on more
 */
public record RightsElement(
    PrivilegeSet privileges,
    List<String> object,
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
    return new RightsElement(privileges, List.of(object), List.of(), false, false);
  }

  /** The same with the option to grant it to others. */
  public RightsElement withGrantOption() {
    return new RightsElement(privileges, object, columns, true, revoked);
  }

  /** The same for some columns only. */
  public RightsElement onColumns(List<String> wanted) {
    return new RightsElement(privileges, object, wanted, grantOption, revoked);
  }

  List<List<String>> paths() {
    if (columns.isEmpty()) {
      return List.of(object);
    }
    List<List<String>> paths = new ArrayList<>();
    for (String column : columns) {
      List<String> path = new ArrayList<>(object);
      path.add(column);
      paths.add(path);
    }
    return paths;
  }

  /** One element for the rights on tables and one for each kind of other things. */
  static List<RightsElement> split(
      List<String> path, PrivilegeSet set, boolean option, boolean revoked) {
    List<String> object = path.subList(0, Math.min(2, path.size()));
    List<String> columns = path.subList(object.size(), path.size());
    if (set.equals(Privileges.ALL)) {
      return List.of(new RightsElement(set, object, columns, option, revoked));
    }
    List<RightsElement> elements = new ArrayList<>();
    PrivilegeSet plain = set;
    for (List<Level> levels : NAMED) {
      PrivilegeSet some = set.and(Privileges.of(levels.get(0)));
      plain = plain.without(some);
      if (!some.isEmpty()) {
        elements.add(new RightsElement(some, object, columns, option, revoked));
      }
    }
    if (!plain.isEmpty()) {
      elements.add(
          path.isEmpty() ? sourcesAndEngines(elements) : 0,
          new RightsElement(plain, object, columns, option, revoked));
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
    if (isNamed()) {
      return switch (object.size()) {
        case 0 -> "*";
        case 1 -> AccessText.quoted(object.get(0));
        default -> AccessText.quoted(object.get(0)) + "(" + AccessText.quoted(object.get(1)) + ")";
      };
    }
    return switch (object.size()) {
      case 0 -> "*.*";
      case 1 -> AccessText.quoted(object.get(0)) + ".*";
      default -> AccessText.quoted(object.get(0)) + "." + AccessText.quoted(object.get(1));
    };
  }

  /** As errors name it: {@code SELECT(a, b) ON db.t}. */
  @Override
  public String toString() {
    return privilegesText() + " ON " + objectText();
  }
}
