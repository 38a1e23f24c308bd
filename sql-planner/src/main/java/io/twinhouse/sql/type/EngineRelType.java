// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.type;

import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.CarriedZones;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * An engine type as a Calcite type. Immutable, equal when the engine types print the same and carry
 * the same zones.
 */
public final class EngineRelType extends RelDataTypeImpl {

  private final Type type;

  private EngineRelType(Type type) {
    this.type = type;
    computeDigest();
  }

  public static EngineRelType of(Type type) {
    return new EngineRelType(type);
  }

  /** The engine's type of a value of {@code type}; a condition is UInt8. */
  public static Type typeOf(RelDataType type) {
    if (type instanceof EngineRelType own) {
      return own.type;
    }
    if (type.getSqlTypeName() == SqlTypeName.BOOLEAN) {
      return IntegerType.UINT8;
    }
    throw new IllegalArgumentException("not an engine type: " + type);
  }

  public Type engineType() {
    return type;
  }

  @Override
  public SqlTypeName getSqlTypeName() {
    return SqlTypeName.OTHER;
  }

  @Override
  public boolean isNullable() {
    return type.isNullable();
  }

  @Override
  protected void generateTypeString(StringBuilder text, boolean withDetail) {
    text.append(type.name());
    if (CarriedZones.in(type)) {
      // types of one text are one type, and times of two zones are of two
      text.append(" carrying a zone: ").append(type);
    }
  }
}
