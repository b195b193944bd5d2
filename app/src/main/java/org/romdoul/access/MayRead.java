package org.romdoul.access;

/**
 * What one room's facts say of who may read what, so that the audit can make {@code access.reader} again. Every room that
 * calls {@link NeedToKnow#let} declares one as a bean.
 *
 * @param recomputed a SELECT over fact tables alone that gives scope, hat, basis and until
 */
public record MayRead(String recomputed) {}
