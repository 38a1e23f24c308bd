// SPDX-License-Identifier: Apache-2.0

/**
 * The house rules: what every file, type and package of the repository must look like, as rules
 * that a test runs. A {@link io.twinhouse.testkit.house.SourceRule} reads sources, {@link
 * io.twinhouse.testkit.house.PackageRules} read compiled classes; both answer with {@link
 * io.twinhouse.testkit.house.Violation}s, and the {@link io.twinhouse.testkit.house.Ratchet} lets
 * the known ones pass until they are gone. Nothing here knows a particular module: which package
 * may use which library is said by the test.
 */
@NullMarked
package io.twinhouse.testkit.house;

import org.jspecify.annotations.NullMarked;
