package org.romdoul.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Tells the header who is reading. */
@FunctionalInterface
public interface WhoIsSignedIn {

    /** @return the reader; null before sign-in */
    @Nullable
    SignedIn in(HttpServletRequest request);
}
