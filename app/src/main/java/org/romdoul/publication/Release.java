package org.romdoul.publication;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;

/**
 * Results as they were released: nobody changes them any more.
 *
 * @param id also the scope of its figures
 * @param docket code of the docket; null: the cases worked here
 * @param censored until when cases were watched
 * @param position where the log stood
 * @param sha256 of the files of its figures, one after the other in the order of their keys
 */
public record Release(
        UUID id, String code, @Nullable String docket, PartialDate censored, Position position, String sha256) {}
