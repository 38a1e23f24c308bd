// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is not one of the command's own options: query parameters, settings, bare queries. */
record LocalArguments(
    Map<String, String> parameters, Map<String, String> settings, List<String> queries) {

  private static final String PARAMETER = "param_";

  /** A request with these parameters and settings. */
  QueryRequest on(QueryRequest request) {
    return request.withParameters(parameters).withSettings(settings);
  }

  static LocalArguments parse(List<String> arguments) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Map<String, String> settings = new LinkedHashMap<>();
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        queries.add(argument);
        continue;
      }
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
      if (equals < 0 && i + 1 == arguments.size()) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS,
            "Option --" + name + " has no value; write --" + name + "=value");
      }
      String value = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
      if (name.startsWith(PARAMETER)) {
        parameters.put(name.substring(PARAMETER.length()), value);
      } else {
        settings.put(name.replace('-', '_'), value);
      }
    }
    return new LocalArguments(parameters, settings, queries);
  }
}
