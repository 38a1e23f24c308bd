// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import java.util.List;

/**
 * Users and roles as a statement names them.
 *
 * @param currentUser whether CURRENT_USER is among them
 */
public record NameSet(List<String> names, boolean all, boolean currentUser, List<String> except) {

  public NameSet {
    names = List.copyOf(names);
    except = List.copyOf(except);
  }

  /** These by name. */
  public static NameSet of(List<String> names) {
    return new NameSet(names, false, false, List.of());
  }
}
