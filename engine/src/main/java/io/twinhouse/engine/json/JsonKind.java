// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;

/** The types that a path's values may have, each a stream of its own. */
public enum JsonKind {
  BOOL,
  INT,
  UNSIGNED,
  FLOAT,
  DATE,
  DATE_TIME,
  DATE_TIME_64,
  STRING;

  /** Their type in ClickHouse. */
  public Type type() {
    return switch (this) {
      case BOOL -> BoolType.INSTANCE;
      case INT -> IntegerType.INT64;
      case UNSIGNED -> IntegerType.UINT64;
      case FLOAT -> FloatType.FLOAT64;
      case DATE -> DateType.DATE;
      case DATE_TIME -> new DateTimeType(null);
      case DATE_TIME_64 -> new DateTime64Type(9, null);
      case STRING -> StringType.INSTANCE;
    };
  }
}
