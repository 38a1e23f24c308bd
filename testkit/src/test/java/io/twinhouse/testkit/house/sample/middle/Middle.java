// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house.sample.middle;

import io.twinhouse.testkit.house.sample.left.Left;
import java.nio.file.Path;

/** Knows the left side and touches a file. */
public record Middle(Left.Nested left, Path file) {}
