package org.romdoul.blobs;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code romdoul.blobs.*}: where files are kept.
 *
 * @param url {@code file:///folder}; none means the folder {@code blobs} of the home
 */
@ConfigurationProperties("romdoul.blobs")
record BlobSettings(@Nullable URI url) {}
