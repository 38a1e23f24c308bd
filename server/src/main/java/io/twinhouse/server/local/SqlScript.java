// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.SqlFrontend;
import java.util.List;
import java.util.ServiceLoader;

/** Takes a script apart by the front end that the engine itself would find. */
final class SqlScript {

  private SqlScript() {}

  /** The statements of a script. */
  static List<String> split(String script) {
    SqlFrontend frontend =
        ServiceLoader.load(SqlFrontend.class)
            .findFirst()
            .orElseThrow(
                () ->
                    new TwinhouseException(
                        ErrorCode.SUPPORT_IS_DISABLED,
                        "No SQL front end is on the class path; add the module sql-planner"));
    return frontend.split(script);
  }
}
