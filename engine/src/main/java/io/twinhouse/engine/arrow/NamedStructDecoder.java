// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a struct for a tuple whose elements have names: they are found by name, those that the data
 * do not have are defaults, and what the tuple does not have is passed over.
 */
final class NamedStructDecoder extends VectorDecoder {

  private final ContainerDecoders.OfStruct struct;
  private final List<Type> types;
  private final int[] positions;

  NamedStructDecoder(TupleType wanted, List<String> names, List<VectorDecoder> elements) {
    super(typeOf(wanted, names, elements));
    struct =
        new ContainerDecoders.OfStruct(
            TupleType.of(elements.stream().map(VectorDecoder::type).toList()), elements);
    types = ((TupleType) type()).elements();
    positions = wanted.names().stream().mapToInt(names::indexOf).toArray();
  }

  private static Type typeOf(TupleType wanted, List<String> names, List<VectorDecoder> elements) {
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < wanted.names().size(); i++) {
      int position = names.indexOf(wanted.names().get(i));
      types.add(position < 0 ? wanted.elements().get(i) : elements.get(position).type());
    }
    return TupleType.named(wanted.names(), types);
  }

  @Override
  void bind(BlockCursor block, int rows) {
    struct.bind(block, rows);
  }

  @Override
  Column read(int from, int count) {
    List<Column> given = ((TupleColumn) struct.read(from, count)).elements();
    List<Column> chosen = new ArrayList<>();
    for (int i = 0; i < positions.length; i++) {
      chosen.add(positions[i] < 0 ? defaults(types.get(i), count) : given.get(positions[i]));
    }
    return TupleColumn.of(chosen, count);
  }

  private static Column defaults(Type type, int count) {
    ColumnBuilder one = ColumnBuilder.of(type);
    one.appendAbsent(type);
    return ConstantColumn.of(one.build(), count).flatten();
  }
}
