// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import io.twinhouse.engine.api.Twinhouse;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * What stands behind {@link EmbeddedHouse}; or registered by hand:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TwinhouseExtension HOUSES =
 *     TwinhouseExtension.house().script("/schema.sql").perClass().build();
 * }</pre>
 *
 * <p>Houses share nothing, so tests may run in parallel.
 */
public final class TwinhouseExtension implements BeforeEachCallback, ParameterResolver {

  private static final ExtensionContext.Namespace HOUSES =
      ExtensionContext.Namespace.create(TwinhouseExtension.class);
  private static final Set<Class<?>> INJECTED =
      Set.of(TestHouse.class, Twinhouse.class, URI.class, DataSource.class);

  private final @Nullable HouseDefinition registered;
  private final Lifetime registeredLifetime;

  /** For {@link EmbeddedHouse}. */
  public TwinhouseExtension() {
    this.registered = null;
    this.registeredLifetime = Lifetime.PER_METHOD;
  }

  TwinhouseExtension(HouseDefinition definition, Lifetime lifetime) {
    this.registered = definition;
    this.registeredLifetime = lifetime;
  }

  /** Begins the definition of a house. */
  public static TwinhouseExtensionBuilder house() {
    return new TwinhouseExtensionBuilder();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    HouseDefinition definition = definition(context);
    Assumptions.assumeTrue(
        definition.now() == null || HouseDefinition.isEmbedded(),
        "a real ClickHouse has no clock to freeze, so this test runs on the embedded house alone");
    house(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return INJECTED.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestHouse house = house(context);
    Class<?> type = parameter.getParameter().getType();
    if (type == Twinhouse.class) {
      return house.engine();
    }
    if (type == URI.class) {
      return house.url();
    }
    return type == DataSource.class ? JdbcDriver.dataSource(house.jdbcUrl()) : house;
  }

  private TestHouse house(ExtensionContext context) {
    ExtensionContext owner = context;
    if (lifetime(context) == Lifetime.PER_CLASS && context.getTestMethod().isPresent()) {
      owner = context.getParent().orElseThrow();
    }
    return owner
        .getStore(HOUSES)
        .getOrComputeIfAbsent(this, key -> definition(context).open(), TestHouse.class);
  }

  private HouseDefinition definition(ExtensionContext context) {
    if (registered != null) {
      return registered;
    }
    EmbeddedHouse house = annotation(context);
    TwinhouseExtensionBuilder builder = house();
    if (!house.migrations().isEmpty()) {
      builder.migrations(house.migrations());
    }
    for (String script : house.scripts()) {
      builder.script(script);
    }
    for (String resource : house.data()) {
      builder.data(resource);
    }
    for (String sql : house.sql()) {
      builder.sql(sql);
    }
    if (!house.now().isEmpty()) {
      builder.frozenAt(Instant.parse(house.now()));
    }
    return builder.definition();
  }

  private Lifetime lifetime(ExtensionContext context) {
    return registered != null ? registeredLifetime : annotation(context).lifetime();
  }

  private static EmbeddedHouse annotation(ExtensionContext context) {
    for (Class<?> type = context.getRequiredTestClass();
        type != null;
        type = type.getEnclosingClass()) {
      EmbeddedHouse house =
          org.junit.platform.commons.support.AnnotationSupport.findAnnotation(
                  type, EmbeddedHouse.class)
              .orElse(null);
      if (house != null) {
        return house;
      }
    }
    throw new IllegalStateException(
        context.getRequiredTestClass().getName()
            + " has no @EmbeddedHouse; add it, or register TwinhouseExtension.house()...build()");
  }
}
