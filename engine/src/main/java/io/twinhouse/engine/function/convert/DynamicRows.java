// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.json.DynamicReader;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a Dynamic column by their own types.
 *
 * @param groups one a type, in the order in which they come first
 * @param groupOf for each row the place of its group, negative for NULL
 * @param placeOf for each row its place within the group
 */
public record DynamicRows(List<Group> groups, int[] groupOf, int[] placeOf) {

  /**
   * The rows of one type.
   *
   * @param name of the type
   * @param values theirs, none of them NULL
   */
  public record Group(String name, Type type, int[] rows, Column values) {}

  /** Takes a column of type Dynamic apart. */
  public static DynamicRows of(Column source) {
    BytesColumn bytes = (BytesColumn) source.flatten();
    int size = bytes.size();
    int[] groupOf = new int[size];
    int[] placeOf = new int[size];
    List<Collected> found = new ArrayList<>();
    Map<String, Integer> known = new HashMap<>();
    for (int row = 0; row < size; row++) {
      int from = bytes.offsets()[row];
      int to = bytes.offsets()[row + 1];
      if (from == to) {
        groupOf[row] = -1;
        continue;
      }
      int group =
          known.computeIfAbsent(
              DynamicText.type(bytes.data(), from),
              name -> {
                found.add(new Collected(name));
                return found.size() - 1;
              });
      groupOf[row] = group;
      int text = DynamicText.typeEnd(bytes.data(), from) + 1;
      placeOf[row] = found.get(group).add(row, bytes.data(), text, to);
    }
    return new DynamicRows(found.stream().map(Collected::group).toList(), groupOf, placeOf);
  }

  /**
   * Brings results of the groups back into the order of the rows; NULL where the row is.
   *
   * @param results of {@code type}, one a group
   */
  public Column assemble(Column[] results, Type type) {
    return assemble(results, type, groupOf, placeOf);
  }

  /** The same for groups of the caller's own; negative ones are NULL. */
  public static Column assemble(Column[] results, Type type, int[] groupOf, int[] placeOf) {
    ColumnBuilder out = ColumnBuilder.of(type);
    for (int row = 0; row < groupOf.length; row++) {
      if (groupOf[row] >= 0) {
        out.append(results[groupOf[row]], placeOf[row]);
      } else {
        out.appendAbsent(type);
      }
    }
    return out.build();
  }

  /** A group in the making. */
  private static final class Collected {
    private final String name;
    private final Type type;
    private final boolean json;
    private final boolean mixed;
    private final ValueReader reader;
    private final ColumnBuilder values;
    private final TextInput in = new TextInput();
    private int[] rows = new int[16];
    private int size;

    Collected(String name) {
      this.name = name;
      type = TypeParser.parse(name);
      json = DynamicText.isJson(name);
      mixed = name.equals("Array(Dynamic)");
      if (!mixed && name.contains("Dynamic")) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Values of type " + name + " at a JSON path can only be shown and cast to String");
      }
      TextStyle style = json ? TextStyle.JSON : TextStyle.RAW;
      reader = ValueReader.of(type, style, ReadOptions.lenient(ZoneOffset.UTC));
      values = ColumnBuilder.of(type);
    }

    int add(int row, byte[] data, int from, int to) {
      if (mixed) {
        addElements(in.over(data, from, to));
      } else if (json) {
        reader.read(in.over(data, from, to), values);
      } else {
        reader.readWhole(data, from, to, values);
      }
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, size * 2);
      }
      rows[size] = row;
      return size++;
    }

    /** Elements of an array that carry their own types. */
    private void addElements(TextInput array) {
      DynamicReader dynamic = new DynamicReader();
      TextOutput element = new TextOutput();
      array.advance(1);
      array.skipBlanks();
      while (!array.skip(']')) {
        element.reset();
        dynamic.read(array, element);
        values.elements().appendBytes(element.data(), 0, element.length());
        array.skipBlanks();
        array.skip(',');
        array.skipBlanks();
      }
      values.endRow();
    }

    Group group() {
      return new Group(name, type, Arrays.copyOf(rows, size), values.build());
    }
  }
}
