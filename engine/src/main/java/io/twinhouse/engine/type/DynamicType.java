// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import java.util.List;

/**
 * Dynamic: a value that carries its own type; what an untyped JSON path yields. In flight it is
 * bytes that name the type, none at all for NULL.
 *
 * @param maxTypes how many types a column may have before the server keeps the others apart
 */
public record DynamicType(int maxTypes) implements Type {

  public static final DynamicType INSTANCE = new DynamicType(JsonType.DEFAULT_TYPES);

  /** The type of values of any of the types, one of which is Dynamic: that of the largest limit. */
  public static DynamicType common(List<Type> types) {
    int most = 0;
    for (Type type : types) {
      most = type.base() instanceof DynamicType dynamic ? Math.max(most, dynamic.maxTypes) : most;
    }
    return new DynamicType(most);
  }

  @Override
  public String name() {
    return maxTypes == INSTANCE.maxTypes ? "Dynamic" : "Dynamic(max_types=" + maxTypes + ")";
  }

  @Override
  public boolean isOpaque() {
    return true;
  }

  @Override
  public boolean carriesType() {
    return true;
  }

  @Override
  public Lane lane() {
    return Lane.BYTES;
  }

  @Override
  public boolean canBeNullable() {
    return false;
  }
}
