// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;

/**
 * A field of the file's schema.
 *
 * @param repetition the level of an entry that goes on with the innermost list around a value here
 * @param definition the level of an entry in which this field is there
 * @param firstLeaf the position of the first leaf under it among all leaves
 * @param children none for a leaf
 */
record ParquetNode(
    SchemaElement element,
    int repetition,
    int definition,
    int firstLeaf,
    List<ParquetNode> children) {

  /** Nobody nests deeper; levels are bytes. */
  private static final int DEEPEST = 60;

  /** The fields of the file from its list of elements, a parent before its children. */
  static List<ParquetNode> tree(List<SchemaElement> elements) {
    Builder builder = new Builder(elements);
    ParquetNode root = elements.isEmpty() ? null : builder.node(0, 0, 0);
    if (root == null || builder.next != elements.size()) {
      throw ParquetFile.broken("its schema is no tree");
    }
    return root.children;
  }

  private static final class Builder {
    private final List<SchemaElement> elements;
    private int next;
    private int leaves;

    Builder(List<SchemaElement> elements) {
      this.elements = elements;
    }

    ParquetNode node(int repetition, int definition, int depth) {
      if (next >= elements.size() || depth > DEEPEST) {
        throw ParquetFile.broken("its schema is no tree");
      }
      SchemaElement element = elements.get(next++);
      boolean repeated = element.getRepetition_type() == FieldRepetitionType.REPEATED;
      boolean optional = element.getRepetition_type() == FieldRepetitionType.OPTIONAL;
      int repeats = depth > 0 && repeated ? repetition + 1 : repetition;
      int defines = depth > 0 && (repeated || optional) ? definition + 1 : definition;
      int first = leaves;
      List<ParquetNode> children = new ArrayList<>();
      if (element.isSetType()) {
        leaves++;
      } else if (element.getNum_children() <= 0 && depth > 0) {
        throw ParquetFile.broken("the group " + element.getName() + " is empty");
      }
      for (int i = 0; !element.isSetType() && i < element.getNum_children(); i++) {
        children.add(node(repeats, defines, depth + 1));
      }
      return new ParquetNode(element, repeats, defines, first, List.copyOf(children));
    }
  }

  String name() {
    return element.getName();
  }

  boolean isLeaf() {
    return children.isEmpty();
  }

  boolean isOptional() {
    return element.getRepetition_type() == FieldRepetitionType.OPTIONAL;
  }

  boolean isRepeated() {
    return element.getRepetition_type() == FieldRepetitionType.REPEATED;
  }

  /** Whether it is the group around one repeated field that stands for a list. */
  boolean isList() {
    boolean named =
        element.getConverted_type() == ConvertedType.LIST
            || (element.isSetLogicalType() && element.getLogicalType().isSetLIST());
    return named && children.size() == 1 && children.get(0).isRepeated();
  }

  /** Whether it is the group around the repeated pairs of a map. */
  boolean isMap() {
    boolean named =
        element.getConverted_type() == ConvertedType.MAP
            || element.getConverted_type() == ConvertedType.MAP_KEY_VALUE
            || (element.isSetLogicalType() && element.getLogicalType().isSetMAP());
    return named
        && children.size() == 1
        && children.get(0).isRepeated()
        && children.get(0).children.size() == 2;
  }

  /**
   * For the repeated field of a list: whether it only surrounds the element, as writers do today,
   * and is not itself the element, as old ones did (the rules are those of parquet-format).
   */
  boolean surroundsElement(String list) {
    return children.size() == 1
        && !children.get(0).isRepeated()
        && !name().equals("array")
        && !name().equals(list + "_tuple");
  }
}
