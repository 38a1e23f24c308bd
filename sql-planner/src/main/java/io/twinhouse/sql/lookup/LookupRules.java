// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lookup;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.lookup.LookupLayout;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.engine.type.UuidType;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.DictionaryBody;
import io.twinhouse.sql.statement.DictionaryBody.Attribute;
import io.twinhouse.sql.statement.DictionaryBody.Flag;
import io.twinhouse.sql.statement.DictionaryBody.Lifetime;
import io.twinhouse.sql.statement.DictionaryBody.Parameter;
import io.twinhouse.sql.statement.DictionaryBody.Parameters;
import io.twinhouse.sql.statement.DictionaryBody.Range;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server does not accept in CREATE DICTIONARY, and what is not done here. */
final class LookupRules {

  /** Parameters of layouts that change how rows are held and nothing else. */
  private static final Set<String> TUNING =
      Set.of(
          "initial_array_size",
          "max_array_size",
          "shards",
          "shard_load_queue_backlog",
          "max_load_factor",
          "preallocate",
          "size_in_cells",
          "max_update_queue_size",
          "max_threads_for_updates",
          "allow_read_expired_keys",
          "read_timeout_milliseconds",
          "query_wait_timeout_milliseconds",
          "update_queue_push_timeout_milliseconds",
          "strict_max_lifetime_seconds",
          "range_lookup_strategy",
          "convert_null_range_bound_to_open");

  /** Layouts of the server's that are refused by name. */
  private static final Set<String> REFUSED =
      Set.of(
          "ssd_cache",
          "complex_key_ssd_cache",
          "polygon",
          "polygon_simple",
          "polygon_index_each",
          "polygon_index_cell",
          "regexp_tree",
          "naive_bayes");

  private LookupRules() {}

  static TwinhouseException incorrect(String message) {
    return new TwinhouseException(ErrorCode.INCORRECT_DICTIONARY_DEFINITION, message);
  }

  static TwinhouseException refused(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, what + " is not supported by the embedded engine");
  }

  /** Refuses a body without what it must have. */
  static void check(DictionaryBody body) {
    if (body.attributes().isEmpty()) {
      throw incorrect("Cannot create dictionary with empty attributes list");
    }
    if (body.source() == null) {
      throw incorrect("Cannot create dictionary with empty source");
    }
    if (body.layout() == null) {
      throw incorrect("Cannot create dictionary with empty layout");
    }
    boolean timeless =
        body.layout().name().equals("direct") || body.layout().name().equals("complex_key_direct");
    if (body.lifetime() == null && !timeless) {
      throw incorrect("Cannot create dictionary with empty lifetime");
    }
    if (body.primaryKey().isEmpty()) {
      throw incorrect("Primary key for dictionary is not specified");
    }
    checkNames(body);
    LookupLayout layout = layout(body);
    if (layout.hasRange() != (body.range() != null)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          layout.hasRange()
              ? "Dictionary of layout range_hashed requires dictionary structure to contain"
                  + " range_min and range_max"
              : "elements range_min and range_max should be defined only for a dictionary of layout"
                  + " 'range_hashed'");
    }
    checkHierarchy(body, layout);
    if (layout.isCached()) {
      checkCells(body);
    }
    Lifetime lifetime = body.lifetime();
    if (lifetime != null && Long.parseLong(lifetime.min()) > Long.parseLong(lifetime.max())) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Dictionary lifetime parameter 'MIN' must be less than or equal to 'MAX'");
    }
    if (!body.settings().isEmpty()) {
      throw refused("SETTINGS of a dictionary");
    }
  }

  /** The server fails when such a dictionary is asked. */
  private static void checkCells(DictionaryBody body) {
    String cells = parameter(body, "size_in_cells");
    if (cells == null || !cells.matches("0*[1-9][0-9]*")) {
      throw refused("LAYOUT(CACHE) of a dictionary without SIZE_IN_CELLS above 0");
    }
    if (body.source() != null && body.source().name().equals("null")) {
      throw refused("LAYOUT(CACHE) of a dictionary with SOURCE(NULL)");
    }
  }

  private static void checkHierarchy(DictionaryBody body, LookupLayout layout) {
    List<Attribute> parents =
        body.attributes().stream().filter(a -> a.is(Flag.HIERARCHICAL)).toList();
    if (parents.size() > 1) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Only one hierarchical attribute supported");
    }
    for (Attribute parent : parents) {
      Type type = TypeParser.parse(SqlPrinter.print(parent.type()));
      if (layout.hasSimpleKey() && !type.withoutNullable().equals(IntegerType.UINT64)) {
        throw new TwinhouseException(
            ErrorCode.TYPE_MISMATCH,
            "Hierarchical attribute type for dictionary with simple key must be UInt64. Actual "
                + type.name());
      }
      if (layout.hasRange() || !layout.hasSimpleKey()) {
        throw refused("HIERARCHICAL in LAYOUT(" + layout.name() + ") of a dictionary");
      }
    }
  }

  private static void checkNames(DictionaryBody body) {
    Set<String> names = new HashSet<>();
    for (Attribute attribute : body.attributes()) {
      if (!names.add(attribute.name())) {
        throw refused("A dictionary with two attributes " + attribute.name());
      }
    }
    for (String key : body.primaryKey()) {
      if (!names.contains(key)) {
        throw incorrect("Unknown key attribute '" + key + "'");
      }
    }
    Range range = body.range();
    for (String end : range == null ? List.<String>of() : List.of(range.min(), range.max())) {
      if (!names.contains(end)) {
        throw incorrect(end + " attribute is not defined in the dictionary attributes");
      }
    }
  }

  /** The layout, which must be one that is done here. */
  static LookupLayout layout(DictionaryBody body) {
    Parameters written = body.layout();
    String name = written == null ? "" : written.name();
    LookupLayout layout = LookupLayout.named(name);
    if (REFUSED.contains(name)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "LAYOUT("
              + name.toUpperCase(Locale.ROOT)
              + ") of a dictionary is not supported by the embedded engine; use one of FLAT,"
              + " HASHED, COMPLEX_KEY_HASHED, RANGE_HASHED, IP_TRIE, CACHE or DIRECT");
    }
    if (layout == null) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_ELEMENT_IN_CONFIG, "Unknown dictionary layout type: " + name);
    }
    for (Parameter parameter : written == null ? List.<Parameter>of() : written.parameters()) {
      String key = parameter.key().toLowerCase(Locale.ROOT);
      if (!TUNING.contains(key)) {
        throw refused("Parameter " + key + " of LAYOUT(" + name + ")");
      }
    }
    boolean one = layout.hasSimpleKey() || layout.isPrefix();
    if (one && body.primaryKey().size() > 1) {
      throw incorrect("Primary key for simple dictionary must contain exactly one element");
    }
    return layout;
  }

  /** A parameter of the layout as text; null when it is not given. */
  static @Nullable String parameter(DictionaryBody body, String key) {
    Parameters layout = body.layout();
    Parameter found = layout == null ? null : layout.find(key);
    Expr value = found == null ? null : found.value();
    if (value == null) {
      return null;
    }
    return value instanceof Literal.Text text ? text.value() : SqlPrinter.print(value);
  }

  /** Refuses types that attributes can not have. */
  static Type attributeType(Attribute attribute, Type type) {
    Type value = type.withoutNullable();
    if (value instanceof ArrayType array) {
      value = array.element().withoutNullable();
    }
    if (value instanceof MapType || value.carriesType() || value instanceof JsonType) {
      throw refused("An attribute of type " + type.name() + " of a dictionary");
    }
    boolean known =
        value instanceof IntegerType
            || value instanceof BoolType
            || value instanceof FloatType
            || value instanceof DecimalType
            || value instanceof DateType
            || value instanceof DateTimeType
            || value instanceof DateTime64Type
            || value instanceof UuidType
            || value instanceof IpType
            || value instanceof StringType;
    if (!known || type instanceof LowCardinalityType) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_TYPE,
          "Unknown type " + type.name() + " for dictionary attribute " + attribute.name());
    }
    return type;
  }

  /** The lowest and the highest value of a type that ranges may have. */
  static long[] ends(Type type) {
    if (type instanceof IntegerType integer && type.lane() == Lane.LONG) {
      int bits = integer.bits();
      if (integer.signed()) {
        return new long[] {-1L << (bits - 1), ~(-1L << (bits - 1))};
      }
      return new long[] {0, bits == 64 ? -1 : (1L << bits) - 1};
    }
    if (type.equals(DateType.DATE)) {
      return new long[] {0, 0xFFFF};
    }
    if (type instanceof DateTimeType) {
      return new long[] {0, 0xFFFF_FFFFL};
    }
    throw refused("RANGE of a dictionary over columns of type " + type.name());
  }
}
