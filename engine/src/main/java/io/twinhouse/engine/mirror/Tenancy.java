// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.mirror;

import java.util.UUID;

/** Whose rows are mirrored: the row store's id, and the project and branch they carry here. */
public record Tenancy(UUID id, String project, String branch) {}
