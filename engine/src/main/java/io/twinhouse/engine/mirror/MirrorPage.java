// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.mirror;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of changes that was checked: each row has the mapping's columns in the mapping's order, is
 * the tenancy's own, and comes after the one before. A page that is not so is refused whole, since
 * its rows would be written under wrong names or never again.
 */
final class MirrorPage {

  private final MirrorMapping mapping;
  private final Tenancy tenancy;
  private final List<@Nullable Object[]> rows = new ArrayList<>();
  private long last;

  private MirrorPage(MirrorMapping mapping, Tenancy tenancy, long after) {
    this.mapping = mapping;
    this.tenancy = tenancy;
    this.last = after;
  }

  static MirrorPage of(
      MirrorMapping mapping,
      Tenancy tenancy,
      long after,
      List<Map<String, @Nullable Object>> changes) {
    MirrorPage page = new MirrorPage(mapping, tenancy, after);
    changes.forEach(page::add);
    return page;
  }

  /** Values in the order of {@link MirrorMapping#written()}. */
  List<@Nullable Object[]> rows() {
    return rows;
  }

  /** The highest sequence, from where the next page goes on. */
  long last() {
    return last;
  }

  private void add(Map<String, @Nullable Object> change) {
    List<String> names = new ArrayList<>(change.keySet());
    if (!names.remove(MirrorMapping.TENANCY)) {
      throw refuse("it has no " + MirrorMapping.TENANCY);
    }
    if (!tenancy.id().toString().equals(String.valueOf(change.get(MirrorMapping.TENANCY)))) {
      throw refuse("it is of tenancy " + change.get(MirrorMapping.TENANCY));
    }
    if (!names.equals(mapping.written())) {
      throw refuse("its columns are " + names + ", not " + mapping.written());
    }
    long sequence = sequence(change.get(MirrorMapping.SEQUENCE));
    if (sequence <= last) {
      throw refuse("its sequence " + sequence + " does not come after " + last);
    }
    last = sequence;
    rows.add(written(change, sequence));
  }

  private @Nullable Object[] written(Map<String, @Nullable Object> change, long sequence) {
    List<MirrorColumn> columns = mapping.columns();
    @Nullable Object[] values = new @Nullable Object[columns.size() + 2];
    for (int i = 0; i < columns.size(); i++) {
      MirrorColumn column = columns.get(i);
      values[i] = column.written(change.get(column.name()));
      if (values[i] == null && !column.type().isNullable()) {
        throw refuse("its " + column.name() + " is NULL");
      }
    }
    values[columns.size()] = sequence;
    values[columns.size() + 1] =
        ColumnForm.BOOLEAN.written(MirrorMapping.DELETED, change.get(MirrorMapping.DELETED));
    return values;
  }

  private long sequence(@Nullable Object value) {
    if (value instanceof Long || value instanceof Integer) {
      return ((Number) value).longValue();
    }
    String text = String.valueOf(value);
    if (!text.matches("-?[0-9]{1,18}")) {
      throw refuse("its sequence is '" + text + "', no whole number");
    }
    return Long.parseLong(text);
  }

  private TwinhouseException refuse(String why) {
    return new TwinhouseException(
        ErrorCode.INCORRECT_DATA,
        "Change " + (rows.size() + 1) + " of a page of mapping '" + mapping.name() + "': " + why);
  }
}
