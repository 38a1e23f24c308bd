// SPDX-License-Identifier: Apache-2.0

/** Hash joins with a build side that all probing partitions share. */
@NullMarked
package io.twinhouse.engine.exec.operator.join;

import org.jspecify.annotations.NullMarked;
