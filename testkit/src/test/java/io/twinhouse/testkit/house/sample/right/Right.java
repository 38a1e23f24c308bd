// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house.sample.right;

import io.twinhouse.testkit.house.sample.middle.Middle;

/** Knows the middle, which does not know it. */
public record Right(Middle middle) {}
