// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.json.DynamicTexts;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.type.Type;
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
    private final DynamicTexts values;
    private int[] rows = new int[16];
    private int size;

    Collected(String name) {
      this.name = name;
      values = new DynamicTexts(name);
    }

    int add(int row, byte[] data, int from, int to) {
      values.add(data, from, to);
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, size * 2);
      }
      rows[size] = row;
      return size++;
    }

    Group group() {
      return new Group(name, values.type(), Arrays.copyOf(rows, size), values.build());
    }
  }
}
