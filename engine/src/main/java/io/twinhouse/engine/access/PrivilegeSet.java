// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import java.util.BitSet;
import java.util.List;

/** Some privileges. Immutable. */
public final class PrivilegeSet {

  /** No privilege: USAGE. */
  public static final PrivilegeSet NONE = new PrivilegeSet(new BitSet());

  private final BitSet bits;

  private PrivilegeSet(BitSet bits) {
    this.bits = bits;
  }

  static PrivilegeSet ofIndex(int index) {
    BitSet bits = new BitSet();
    bits.set(index);
    return new PrivilegeSet(bits);
  }

  /** What a privilege's name or alias stands for, members of groups included. */
  public static PrivilegeSet of(String... names) {
    PrivilegeSet all = NONE;
    for (String name : names) {
      all = all.with(Privileges.named(name));
    }
    return all;
  }

  PrivilegeSet with(PrivilegeSet other) {
    BitSet union = (BitSet) bits.clone();
    union.or(other.bits);
    return new PrivilegeSet(union);
  }

  PrivilegeSet without(PrivilegeSet other) {
    BitSet rest = (BitSet) bits.clone();
    rest.andNot(other.bits);
    return new PrivilegeSet(rest);
  }

  PrivilegeSet and(PrivilegeSet other) {
    BitSet common = (BitSet) bits.clone();
    common.and(other.bits);
    return new PrivilegeSet(common);
  }

  boolean meets(PrivilegeSet other) {
    return bits.intersects(other.bits);
  }

  boolean contains(PrivilegeSet other) {
    return other.without(this).isEmpty();
  }

  public boolean isEmpty() {
    return bits.isEmpty();
  }

  /** The names of these, groups in place of all their members, in the server's order. */
  public List<String> names() {
    return Privileges.names(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PrivilegeSet set && set.bits.equals(bits);
  }

  @Override
  public int hashCode() {
    return bits.hashCode();
  }

  @Override
  public String toString() {
    return isEmpty() ? "USAGE" : String.join(", ", names());
  }
}
