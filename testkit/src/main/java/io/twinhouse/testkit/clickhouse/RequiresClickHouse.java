// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.clickhouse;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests below need the real ClickHouse. Where there is none they are skipped by name with the
 * reason; with {@code CI=true} in the environment that is a failure instead.
 *
 * <p>A constructor, lifecycle or test method may have parameters of type {@link RealClickHouse} and
 * {@link ClickHouseHttp}. The latter is bound to an empty database that belongs to the test class
 * alone and is dropped after its last test.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ClickHouseExtension.class)
public @interface RequiresClickHouse {}
