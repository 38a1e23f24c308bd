// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet.write;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.ListType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;

/** The schema of a file, a parent before its children, with the shredders and leaves under it. */
final class FieldTree {

  private final PagePacking packing;
  private final List<SchemaElement> elements = new ArrayList<>();
  private final List<LeafPages> leaves = new ArrayList<>();
  private final List<Shredder> columns = new ArrayList<>();
  private final List<String> path = new ArrayList<>();

  /**
   * @throws TwinhouseException UNKNOWN_TYPE, BAD_ARGUMENTS for types that have no form in Parquet
   */
  FieldTree(Schema schema, PagePacking packing) {
    this.packing = packing;
    SchemaElement root = new SchemaElement("schema");
    root.setNum_children(schema.size());
    elements.add(root);
    for (Field field : schema.fields()) {
      requireNoShape(field);
      columns.add(field(field.name(), field.type(), 0, 0));
    }
  }

  /** The server writes columns of these types as well-known binary, and tells of them. */
  private static void requireNoShape(Field field) {
    if (Type.Geo.areWellKnown(field.type())) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Values of type "
              + field.type().name()
              + " are not written in Parquet; cast them to their structure, as in CAST(p,"
              + " 'Tuple(Float64, Float64)')");
    }
  }

  /** The schema as it stands in the footer. */
  List<SchemaElement> elements() {
    return elements;
  }

  List<LeafPages> leaves() {
    return leaves;
  }

  /** One a column. */
  List<Shredder> columns() {
    return columns;
  }

  private Shredder field(String name, Type type, int repetition, int definition) {
    path.add(name);
    Type base = type.base();
    Shredder shredder;
    if (base instanceof ArrayType array) {
      group(name, 1)
          .setConverted_type(ConvertedType.LIST)
          .setLogicalType(LogicalType.LIST(new ListType()));
      repeated("list", 1);
      Shredder element = field("element", array.element(), repetition + 1, definition + 1);
      shredder = new Shredders.OfList(element, repetition + 1, definition);
      path.remove(path.size() - 1);
    } else if (base instanceof MapType map) {
      group(name, 1)
          .setConverted_type(ConvertedType.MAP)
          .setLogicalType(LogicalType.MAP(new org.apache.parquet.format.MapType()));
      repeated("key_value", 2).setConverted_type(ConvertedType.MAP_KEY_VALUE);
      Shredder pair =
          new Shredders.OfTuple(
              List.of(
                  field("key", map.key(), repetition + 1, definition + 1),
                  field("value", map.value(), repetition + 1, definition + 1)));
      shredder = new Shredders.OfList(pair, repetition + 1, definition);
      path.remove(path.size() - 1);
    } else if (base instanceof TupleType tuple) {
      shredder = tuple(name, type, tuple, repetition, definition);
    } else {
      shredder = leaf(name, type, repetition, definition);
    }
    path.remove(path.size() - 1);
    return shredder;
  }

  private Shredder tuple(String name, Type type, TupleType tuple, int repetition, int definition) {
    if (tuple.elements().isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Parquet doesn't support empty tuples.");
    }
    if (type.isNullable()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Columns of type " + type.name() + " are not written to Parquet here");
    }
    group(name, tuple.elements().size());
    List<Shredder> shredders = new ArrayList<>();
    for (int i = 0; i < tuple.elements().size(); i++) {
      String own = tuple.names().isEmpty() ? String.valueOf(i + 1) : tuple.names().get(i);
      shredders.add(field(own, tuple.elements().get(i), repetition, definition));
    }
    return new Shredders.OfTuple(shredders);
  }

  private Shredder leaf(String name, Type type, int repetition, int definition) {
    LeafElement leaf = LeafElements.of(path.get(0), type.base());
    boolean optional = type.isNullable();
    SchemaElement element = leaf.element();
    element.setName(name);
    element.setRepetition_type(
        optional ? FieldRepetitionType.OPTIONAL : FieldRepetitionType.REQUIRED);
    elements.add(element);
    int present = optional ? definition + 1 : definition;
    LeafPages pages = new LeafPages(element, List.copyOf(path), repetition, present, packing);
    leaves.add(pages);
    return type.base() instanceof BoolType
        ? new Shredders.OfBool(pages, definition)
        : new Shredders.OfLeaf(pages, leaf.encoder(), definition);
  }

  private SchemaElement group(String name, int children) {
    SchemaElement element = new SchemaElement(name);
    element.setRepetition_type(FieldRepetitionType.REQUIRED);
    element.setNum_children(children);
    elements.add(element);
    return element;
  }

  private SchemaElement repeated(String name, int children) {
    path.add(name);
    return group(name, children).setRepetition_type(FieldRepetitionType.REPEATED);
  }
}
