// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lookup;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.lookup.LookupAttribute;
import io.twinhouse.engine.lookup.LookupDefinition;
import io.twinhouse.engine.lookup.LookupLayout;
import io.twinhouse.engine.lookup.LookupRange;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.DictionaryBody;
import io.twinhouse.sql.statement.DictionaryBody.Attribute;
import io.twinhouse.sql.statement.DictionaryBody.Flag;
import io.twinhouse.sql.statement.DictionaryBody.Lifetime;
import io.twinhouse.sql.statement.DictionaryBody.Parameters;
import io.twinhouse.sql.statement.DictionaryBody.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Makes of what a dictionary is said to be what the engine holds. */
public final class LookupPlanner {

  private static final long FLAT_KEYS = 500_000;

  private final TableName name;
  private final DictionaryBody body;
  private final LookupLayout layout;
  private final BiFunction<String, Type, Column> constants;

  /**
   * @param constants the value of a constant expression as a type, in a column of one row
   */
  public LookupPlanner(
      TableName name, DictionaryBody body, BiFunction<String, Type, Column> constants) {
    LookupRules.check(body);
    this.name = name;
    this.body = body;
    this.constants = constants;
    layout = LookupRules.layout(body);
  }

  /** The entry of the catalog. */
  public TableDefinition stored() {
    new SourceQuery(source(), name.database()).check();
    LookupDefinition definition = definition(); // refuses what it does not know
    List<ColumnDefinition> columns = new ArrayList<>();
    for (Field field : columns(definition)) {
      columns.add(ColumnDefinition.plain(field.name(), field.type()));
    }
    return StoredBody.write(name, columns, body);
  }

  /** The columns of the table that a dictionary is, as it is shown. */
  public static List<Field> columns(LookupDefinition definition) {
    List<Field> fields = new ArrayList<>(readColumns(definition));
    if (definition.range() != null && !definition.layout().hasSimpleKey()) {
      Collections.rotate(fields.subList(0, definition.keys().size() + 2), 2);
    }
    return fields;
  }

  /** The same in the order in which rows are read. */
  public static List<Field> readColumns(LookupDefinition definition) {
    List<Field> fields = new ArrayList<>(definition.keys());
    LookupRange range = definition.range();
    if (range != null) {
      fields.add(new Field(range.min(), range.type()));
      fields.add(new Field(range.max(), range.type()));
    }
    definition.attributes().forEach(a -> fields.add(new Field(a.name(), a.type())));
    return fields;
  }

  /** What the engine holds. */
  public LookupDefinition definition() {
    List<SourceQuery.Wanted> wanted = new ArrayList<>();
    List<Field> keys = new ArrayList<>();
    for (String key : body.primaryKey()) {
      Attribute attribute = attribute(key);
      Type type = layout.hasSimpleKey() ? IntegerType.UINT64 : type(attribute);
      if (layout.isPrefix() && !(type instanceof StringType)) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS,
            "Key attribute of ip_trie dictionary must be of type String, got " + type.name());
      }
      keys.add(new Field(key, type));
      wanted.add(wanted(attribute, type));
    }
    LookupRange range = range(wanted);
    List<LookupAttribute> attributes = new ArrayList<>();
    for (Attribute attribute : body.attributes()) {
      if (!isKey(attribute.name())) {
        LookupAttribute made = made(attribute);
        attributes.add(made);
        wanted.add(wanted(attribute, made.type()));
      }
    }
    SourceQuery source = new SourceQuery(source(), name.database());
    Lifetime lifetime = body.lifetime();
    return new LookupDefinition(
        name.database(),
        name.table(),
        layout,
        keys,
        range,
        attributes,
        source.of(wanted),
        source.shown(),
        lifetime == null ? 0 : Long.parseLong(lifetime.min()),
        lifetime == null ? 0 : Long.parseLong(lifetime.max()),
        keyLimit());
  }

  private Parameters source() {
    return Objects.requireNonNull(body.source());
  }

  private long keyLimit() {
    String written = LookupRules.parameter(body, "max_array_size");
    if (written == null) {
      return FLAT_KEYS;
    }
    if (!written.matches("[0-9]{1,9}")) {
      throw LookupRules.refused("MAX_ARRAY_SIZE " + written + " of a dictionary");
    }
    return Long.parseLong(written);
  }

  private boolean isKey(String attribute) {
    Range range = body.range();
    return body.primaryKey().contains(attribute)
        || (range != null && (range.min().equals(attribute) || range.max().equals(attribute)));
  }

  private Attribute attribute(String wanted) {
    return body.attributes().stream()
        .filter(attribute -> attribute.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> LookupRules.incorrect("Unknown key attribute '" + wanted + "'"));
  }

  private static Type type(Attribute attribute) {
    return TypeParser.parse(SqlPrinter.print(attribute.type()));
  }

  private static SourceQuery.Wanted wanted(Attribute attribute, Type type) {
    String asked =
        attribute.expression() == null
            ? SqlPrinter.name(attribute.name())
            : SqlPrinter.print(attribute.expression());
    return new SourceQuery.Wanted(attribute.name(), asked, type.name());
  }

  private LookupAttribute made(Attribute attribute) {
    Type type = LookupRules.attributeType(attribute, type(attribute));
    Column value =
        attribute.defaultValue() == null
            ? DefaultValues.of(type)
            : constants.apply(SqlPrinter.print(attribute.defaultValue()), type);
    return new LookupAttribute(
        attribute.name(),
        type,
        value,
        attribute.is(Flag.HIERARCHICAL),
        attribute.is(Flag.INJECTIVE));
  }

  private @Nullable LookupRange range(List<SourceQuery.Wanted> wanted) {
    Range range = body.range();
    if (range == null) {
      return null;
    }
    Attribute min = attribute(range.min());
    Attribute max = attribute(range.max());
    Type type = type(min).withoutNullable();
    if (!type.equals(type(max).withoutNullable())) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Dictionary structure 'range_min' and 'range_max' should have same type");
    }
    long[] ends = LookupRules.ends(type);
    wanted.add(wanted(min, type.toNullable()));
    wanted.add(wanted(max, type.toNullable()));
    String strategy = LookupRules.parameter(body, "range_lookup_strategy");
    String open = LookupRules.parameter(body, "convert_null_range_bound_to_open");
    return new LookupRange(
        range.min(),
        range.max(),
        type,
        ends[0],
        ends[1],
        "max".equals(strategy),
        open == null || !(open.equals("0") || open.equals("false")));
  }
}
