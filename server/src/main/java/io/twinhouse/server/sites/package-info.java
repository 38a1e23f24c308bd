// SPDX-License-Identifier: Apache-2.0
/**
 * What trackers on web sites report: taken in batches, each event once, summed by hour and day as
 * it arrives, and read back as figures, lists and shares of a property. {@link
 * io.twinhouse.server.sites.SiteDoor} says who may do what.
 */
@NullMarked
package io.twinhouse.server.sites;

import org.jspecify.annotations.NullMarked;
