// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Variant: a value of one of several types, or NULL. In flight it is bytes that name the type, as
 * those of {@link DynamicType}.
 *
 * @param members the types, none of them Nullable, ascending by name
 * @param title the name of the type itself, null for one that is described by its members
 */
public record VariantType(List<Type> members, @Nullable String title) implements Type {

  private static final int MOST_MEMBERS = 255;

  public VariantType {
    members = List.copyOf(members);
  }

  public VariantType(List<Type> members) {
    this(members, null);
  }

  /**
   * The type of values of any of the types; those of a Variant among them are taken for themselves,
   * and NULL is a value of each.
   *
   * @throws TwinhouseException BAD_ARGUMENTS for too many, or for types that may not be members
   */
  public static VariantType of(List<Type> types) {
    TreeMap<String, Type> byName = new TreeMap<>();
    for (Type type : types) {
      List<Type> held = type instanceof VariantType variant ? variant.members : List.of(type);
      for (Type member : held) {
        Type plain = member.withoutNullable();
        if (!(plain instanceof NothingType)) {
          byName.put(plain.name(), plain);
        }
      }
    }
    if (byName.size() > MOST_MEMBERS) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Variant type with more than " + MOST_MEMBERS + " nested types is not allowed");
    }
    byName.values().forEach(VariantType::requireMember);
    return new VariantType(new ArrayList<>(byName.values()));
  }

  private static void requireMember(Type type) {
    if (type instanceof DynamicType) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Variant/Dynamic/Nullable types are not allowed inside Variant type");
    }
    if (holdsOpaque(type)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Variant with a type " + type.name() + " is not supported");
    }
  }

  private static boolean holdsOpaque(Type type) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      return holdsOpaque(array.element());
    }
    if (base instanceof MapType map) {
      return holdsOpaque(map.key()) || holdsOpaque(map.value());
    }
    if (base instanceof TupleType tuple) {
      return tuple.elements().stream().anyMatch(VariantType::holdsOpaque);
    }
    return base.isOpaque();
  }

  @Override
  public VariantType structure() {
    return new VariantType(members);
  }

  /** The member of that name. */
  public Optional<Type> member(String name) {
    return members.stream().filter(member -> member.name().equals(name)).findFirst();
  }

  @Override
  public String name() {
    return title != null
        ? title
        : members.stream().map(Type::name).collect(Collectors.joining(", ", "Variant(", ")"));
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
