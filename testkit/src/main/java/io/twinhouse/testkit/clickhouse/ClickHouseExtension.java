// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.clickhouse;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link RequiresClickHouse} does: the condition, and the parameters of a test. */
final class ClickHouseExtension implements ExecutionCondition, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(ClickHouseExtension.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String reason = RealClickHouse.unavailableReason();
    if (reason == null) {
      return ConditionEvaluationResult.enabled("a ClickHouse can be reached");
    }
    if ("true".equalsIgnoreCase(System.getenv("CI"))) {
      throw new IllegalStateException(
          context.getDisplayName() + " must run with CI=true: " + reason);
    }
    return ConditionEvaluationResult.disabled(reason);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == RealClickHouse.class || type == ClickHouseHttp.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (parameter.getParameter().getType() == RealClickHouse.class) {
      return RealClickHouse.get();
    }
    return databaseOf(context).http;
  }

  /** Kept in the store of the outermost class, so that nested classes share it. */
  private static OwnDatabase databaseOf(ExtensionContext context) {
    ExtensionContext owner = context;
    while (owner.getParent().flatMap(ExtensionContext::getTestClass).isPresent()) {
      owner = owner.getParent().orElseThrow();
    }
    Class<?> testClass = owner.getRequiredTestClass();
    return owner
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(testClass, OwnDatabase::new, OwnDatabase.class);
  }

  /** The process id keeps two builds apart that share one server. */
  private static final class OwnDatabase implements AutoCloseable {
    private final ClickHouseHttp http;

    OwnDatabase(Class<?> testClass) {
      String name = "test_" + testClass.getSimpleName() + "_" + ProcessHandle.current().pid();
      http = RealClickHouse.get().freshDatabase(name);
    }

    @Override
    public void close() {
      http.inDatabase("default").query("DROP DATABASE IF EXISTS `" + http.database() + "`");
    }
  }
}
