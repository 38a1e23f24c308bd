// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format;

import java.util.List;

/** A family of formats; found by {@link java.util.ServiceLoader}. */
public interface FormatProvider {

  List<OutputFormat> outputs();

  List<InputFormat> inputs();
}
