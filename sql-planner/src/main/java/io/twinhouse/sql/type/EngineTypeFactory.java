// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.type;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeMappingRule;
import org.jspecify.annotations.Nullable;

/** Makes row types of engine types. */
public final class EngineTypeFactory extends SqlTypeFactoryImpl {

  public EngineTypeFactory() {
    super(RelDataTypeSystem.DEFAULT);
  }

  /** A row; names that repeat get a number, as Calcite wants them distinct. */
  public RelDataType row(List<String> names, List<Type> types) {
    List<RelDataType> fields = new ArrayList<>(types.size());
    for (Type type : types) {
      fields.add(EngineRelType.of(type));
    }
    return createStructType(fields, distinct(names));
  }

  /** The row type of a schema. */
  public RelDataType row(Schema schema) {
    return row(schema.names(), schema.types());
  }

  /** The schema of a row type. */
  public static Schema schema(RelDataType row) {
    List<Field> fields = new ArrayList<>();
    for (RelDataTypeField field : row.getFieldList()) {
      fields.add(new Field(field.getName(), EngineRelType.typeOf(field.getType())));
    }
    return new Schema(fields);
  }

  /** The names, with a number behind those that were there before. */
  public static List<String> distinct(List<String> names) {
    Set<String> seen = new HashSet<>();
    List<String> result = new ArrayList<>(names.size());
    for (String name : names) {
      String candidate = name;
      for (int i = 0; !seen.add(candidate); i++) {
        candidate = name + i;
      }
      result.add(candidate);
    }
    return result;
  }

  @Override
  public RelDataType createTypeWithNullability(RelDataType type, boolean nullable) {
    return type instanceof EngineRelType ? type : super.createTypeWithNullability(type, nullable);
  }

  @Override
  public @Nullable RelDataType leastRestrictive(
      List<RelDataType> types, SqlTypeMappingRule mappingRule) {
    RelDataType first = types.get(0);
    if (!(first instanceof EngineRelType)) {
      return super.leastRestrictive(types, mappingRule);
    }
    return types.stream().allMatch(first::equals) ? first : null;
  }
}
