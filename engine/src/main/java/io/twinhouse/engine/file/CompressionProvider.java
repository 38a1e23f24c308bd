// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.file;

import java.util.List;

/** Compressions of a module; found by {@link java.util.ServiceLoader}. */
public interface CompressionProvider {

  List<Compression> compressions();
}
