// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses how a field is read, and as which type, by its kind and by the type that is wanted. */
final class AssemblerFactory {

  private final boolean nullAsDefault;

  /**
   * @param nullAsDefault whether NULL is read as the default where the wanted type has no NULL
   */
  AssemblerFactory(boolean nullAsDefault) {
    this.nullAsDefault = nullAsDefault;
  }

  /**
   * @param wanted null where nothing is known of it
   * @throws TwinhouseException UNKNOWN_TYPE for a type that is not read
   */
  Assembler of(ParquetNode node, @Nullable Type wanted) {
    if (!node.isRepeated()) {
      return single(node, node.isOptional(), wanted);
    }
    Type hint = wanted != null && wanted.base() instanceof ArrayType array ? array.element() : null;
    return list(node, single(node, false, hint));
  }

  private Assembler single(ParquetNode node, boolean optional, @Nullable Type wanted) {
    Type base = wanted == null ? null : wanted.base();
    if (node.isLeaf()) {
      LeafValue value = LeafTypes.of(node.element(), base);
      return new Assemblers.OfLeaf(node, value, maybe(value.type(), optional, wanted));
    }
    if (node.isList()) {
      Type hint = base instanceof ArrayType array ? array.element() : null;
      ParquetNode repeated = node.children().get(0);
      boolean surrounds = repeated.surroundsElement(node.name());
      return list(
          repeated,
          surrounds ? of(repeated.children().get(0), hint) : single(repeated, false, hint));
    }
    if (node.isMap()) {
      return map(node.children().get(0), base instanceof MapType map ? map : null);
    }
    return tuple(node, optional, wanted);
  }

  private static Assembler list(ParquetNode repeated, Assembler element) {
    return new Assemblers.OfList(new ArrayType(element.type()), repeated, element);
  }

  private Assembler map(ParquetNode pairs, @Nullable MapType wanted) {
    Assembler key = of(pairs.children().get(0), wanted == null ? null : wanted.key());
    Assembler value = of(pairs.children().get(1), wanted == null ? null : wanted.value());
    MapType type = new MapType(key.type(), value.type());
    Assembler entry =
        new Assemblers.OfTuple(
            type.entry(),
            pairs,
            List.of(
                new Assemblers.OfTuple.Part(key, key.type()),
                new Assemblers.OfTuple.Part(value, value.type())));
    return new Assemblers.OfList(type, pairs, entry);
  }

  private Assembler tuple(ParquetNode node, boolean optional, @Nullable Type wanted) {
    Type base = wanted == null ? null : wanted.base();
    List<Assemblers.OfTuple.Part> parts = new ArrayList<>();
    if (base instanceof TupleType known) {
      for (int i = 0; i < known.elements().size(); i++) {
        ParquetNode child = child(node, known, i);
        Type type = known.elements().get(i);
        Assembler values = child == null ? null : of(child, type);
        parts.add(new Assemblers.OfTuple.Part(values, values == null ? type : values.type()));
      }
      if (parts.stream().allMatch(part -> part.values() == null)) {
        throw new TwinhouseException(
            ErrorCode.THERE_IS_NO_COLUMN,
            "The Parquet column '" + node.name() + "' has no element of " + known.name());
      }
    } else {
      for (ParquetNode child : node.children()) {
        Assembler values = of(child, null);
        parts.add(new Assemblers.OfTuple.Part(values, values.type()));
      }
    }
    List<Type> types = parts.stream().map(Assemblers.OfTuple.Part::type).toList();
    boolean unnamed = base instanceof TupleType known && known.names().isEmpty();
    List<String> names =
        base instanceof TupleType known
            ? known.names()
            : node.children().stream().map(ParquetNode::name).toList();
    Type type = unnamed ? TupleType.of(types) : TupleType.named(names, types);
    boolean nullable = optional && wanted instanceof NullableType;
    return new Assemblers.OfTuple(nullable ? new NullableType(type) : type, node, parts);
  }

  /** Elements go by their names, or by their places if they have none and are as many. */
  private static @Nullable ParquetNode child(ParquetNode node, TupleType wanted, int index) {
    if (wanted.names().isEmpty()) {
      boolean fits = node.children().size() == wanted.elements().size();
      return fits ? node.children().get(index) : null;
    }
    String name = wanted.names().get(index);
    for (ParquetNode child : node.children()) {
      if (child.name().equals(name)) {
        return child;
      }
    }
    return null;
  }

  /** NULL is kept where it is wanted, and where nothing else is known or allowed. */
  private Type maybe(Type type, boolean optional, @Nullable Type wanted) {
    boolean replaced = nullAsDefault && wanted != null && !wanted.isNullable();
    return optional && !replaced ? type.toNullable() : type;
  }
}
