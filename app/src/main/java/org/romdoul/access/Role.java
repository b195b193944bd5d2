package org.romdoul.access;

/** What a person does in the record. What she may read follows from the cases she holds, not from this. */
public enum Role {
    HOTLINE,
    INVESTIGATOR,
    /** Leads an investigation unit: holds every case of her agency, assigns them, reads closings. */
    INVESTIGATION_LEAD,
    PROSECUTOR,
    /** Leads a prosecution office. */
    PROSECUTION_LEAD,
    CLERK,
    SOCIAL_WORKER,
    SHELTER,
    /** The oversight agency: excludes, is told of break-glass, samples what was opened; nothing personal. */
    MONITOR,
    RESEARCHER,
    /** Accounts, backups, outbox; no case content. */
    ADMINISTRATOR;

    /** A lead wears her agency's hat: what the agency holds, she may read. */
    public boolean leads() {
        return this == INVESTIGATION_LEAD || this == PROSECUTION_LEAD;
    }

    /** Sits at the tip desk. */
    public boolean answersTips() {
        return this == HOTLINE || this == INVESTIGATION_LEAD;
    }

    /** Whose work can be a case at all. Who watches, or keeps the machine running, never holds one. */
    public boolean holdsCases() {
        return switch (this) {
            case HOTLINE,
                    INVESTIGATOR,
                    INVESTIGATION_LEAD,
                    PROSECUTOR,
                    PROSECUTION_LEAD,
                    CLERK,
                    SOCIAL_WORKER,
                    SHELTER -> true;
            case MONITOR, RESEARCHER, ADMINISTRATOR -> false;
        };
    }

    /** May open a case from an allegation or a tip. */
    public boolean opensCases() {
        return switch (this) {
            case INVESTIGATOR, INVESTIGATION_LEAD, PROSECUTOR, PROSECUTION_LEAD, SOCIAL_WORKER, HOTLINE -> true;
            case CLERK, SHELTER, MONITOR, RESEARCHER, ADMINISTRATOR -> false;
        };
    }

    /** May record what happens in court. */
    public boolean recordsCourt() {
        return this == PROSECUTOR || this == PROSECUTION_LEAD || this == CLERK;
    }
}
