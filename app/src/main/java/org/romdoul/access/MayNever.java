package org.romdoul.access;

/**
 * What one room's facts say of who may never read what, so that the audit can make {@code access.excluded} again. Every room
 * that calls {@link NeedToKnow#exclude} declares one as a bean. What it says of a whole goes for its {@link Parts}.
 *
 * @param recomputed a SELECT over fact tables alone that gives scope, account and basis
 */
public record MayNever(String recomputed) {}
