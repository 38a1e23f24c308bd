// SPDX-License-Identifier: Apache-2.0

/**
 * ClickHouse's types in Calcite's clothes: each engine {@link io.twinhouse.engine.type.Type} is one
 * {@link io.twinhouse.sql.type.EngineRelType}, and the factory leaves it alone where Calcite would
 * change nullability or look for a common SQL type. The only other type in a plan is Calcite's
 * BOOLEAN, the type of conditions.
 */
@NullMarked
package io.twinhouse.sql.type;

import org.jspecify.annotations.NullMarked;
