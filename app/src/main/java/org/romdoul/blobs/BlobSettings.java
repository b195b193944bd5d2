package org.romdoul.blobs;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code romdoul.blobs.*}: where files are kept.
 *
 * @param url {@code file:///folder}, or a bucket of a store that speaks S3: {@code https://store.example/bucket/prefix}; none
 *     means the folder {@code blobs} of the home
 * @param accessKey who we are to the store; none means what the machine says (environment, instance)
 * @param secretKey in a file or the environment, never on the command line
 */
@ConfigurationProperties("romdoul.blobs")
record BlobSettings(
        @Nullable URI url,
        @DefaultValue("us-east-1") String region,
        @Nullable String accessKey,
        @Nullable String secretKey) {}
