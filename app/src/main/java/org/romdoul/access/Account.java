package org.romdoul.access;

import java.util.UUID;

/**
 * A person who works in the record, as others see her.
 *
 * @param suspended whether she is kept out for now
 */
public record Account(UUID id, String number, UUID agency, Role role, boolean suspended) {

    /** @return her at work; pages get her from the session, the demonstration and imports from here */
    public Actor sitsDown(UUID sitting) {
        return new Actor(id, number, agency, role, sitting);
    }
}
