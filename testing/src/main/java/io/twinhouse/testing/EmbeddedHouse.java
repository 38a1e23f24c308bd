// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a house. Its methods and constructor may take a {@link TestHouse}, a {@link
 * io.twinhouse.engine.api.Twinhouse}, the {@link java.net.URI} of an endpoint in ClickHouse's HTTP
 * protocol, or, with ClickHouse's JDBC driver on the class path, a {@link javax.sql.DataSource}.
 *
 * <pre>{@code
 * @EmbeddedHouse(scripts = "/schema.sql", sql = "INSERT INTO visits VALUES ('2026-01-01', 'ann')")
 * final class VisitsTest {
 *   @Test
 *   void countsVisitors(TestHouse house) {
 *     house.assertThat("SELECT uniqExact(user) FROM visits").returns(house.row(1));
 *   }
 * }
 * }</pre>
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(TwinhouseExtension.class)
public @interface EmbeddedHouse {

  /** A directory of the class path whose {@code .sql} files run first, in order of name. */
  String migrations() default "";

  /** Class-path resources with SQL, run in this order after the migrations. */
  String[] scripts() default {};

  /**
   * Class-path resources with rows, put into tables after the scripts: {@code /rows/visits.csv}
   * into visits, {@code visits=/rows/some.csv} as well. Names end with {@code .csv} or {@code .tsv}
   * (the first line names the columns), {@code .jsonl}, {@code .ndjson}, {@code .parquet} or {@code
   * .arrow}.
   */
  String[] data() default {};

  /** SQL that runs last. */
  String[] sql() default {};

  /** How long a house lives. */
  Lifetime lifetime() default Lifetime.PER_METHOD;

  /** What {@code now()} says, as {@link java.time.Instant} text; empty for the time it is. */
  String now() default "";
}
