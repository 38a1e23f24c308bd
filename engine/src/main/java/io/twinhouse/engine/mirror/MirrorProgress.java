// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.mirror;

import io.twinhouse.engine.error.TwinhouseException;
import org.jspecify.annotations.Nullable;

/**
 * What a run did for one mapping of one tenancy.
 *
 * @param cursor the sequence up to which it is mirrored now
 * @param complete whether it ended because there was no more; else the tenancy is to be run again
 * @param failure why it stopped, null if it did not
 */
public record MirrorProgress(
    Tenancy tenancy,
    MirrorMapping mapping,
    long rows,
    int pages,
    long cursor,
    boolean complete,
    @Nullable TwinhouseException failure) {}
