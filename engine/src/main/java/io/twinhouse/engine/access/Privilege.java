// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be allowed, or a group of such things.
 *
 * @param name as GRANT writes it, such as {@code ALTER UPDATE}
 * @param index its bit in a {@link PrivilegeSet}; -1 of a group, which stands for its members
 * @param level what it can be granted on; null of a group
 * @param group the group it is in, empty for none
 */
public record Privilege(
    String name, List<String> aliases, int index, @Nullable Level level, String group) {

  /** What a privilege can be granted on. */
  public enum Level {
    GLOBAL,
    DATABASE,
    TABLE,
    VIEW,
    DICTIONARY,
    COLUMN,
    SOURCE,
    TABLE_ENGINE,
    DEFINER,
    USER_NAME,
    NAMED_COLLECTION;

    /** Whether it is about something with a name that is no database. */
    public boolean isNamed() {
      return ordinal() >= SOURCE.ordinal();
    }

    /** How many names tell the finest thing it can be granted on: database, table, column. */
    int depth() {
      return switch (this) {
        case GLOBAL -> 0;
        case DATABASE -> 1;
        case COLUMN -> 3;
        default -> 2;
      };
    }
  }

  public Privilege {
    aliases = List.copyOf(aliases);
  }
}
