// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api.measure;

import io.twinhouse.engine.file.FileAccess;
import io.twinhouse.engine.spill.SpillDirectory;

/**
 * What an engine may use of the machine.
 *
 * @param memoryBytes that all queries and the house together may hold
 * @param threads workers
 * @param temporaryData for state that outgrows memory; closed with the engine
 * @param files that statements may name
 */
public record EngineLimits(
    long memoryBytes, int threads, SpillDirectory temporaryData, FileAccess files) {}
