package org.romdoul.blobs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.romdoul.database.Home;
import org.romdoul.journal.Facts;
import org.romdoul.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@Configuration
@EnableConfigurationProperties(BlobSettings.class)
class BlobSetup {

    @Bean
    Store store(BlobSettings settings, Home home) throws IOException {
        var url = settings.url();
        if (url == null) return new FolderStore(home.folder("blobs"));
        return "file".equals(url.getScheme()) ? new FolderStore(Path.of(url)) : s3(settings, url);
    }

    static S3Store s3(BlobSettings settings, URI url) {
        var path = url.getPath().replaceFirst("^/", "").split("/", 2);
        if (path[0].isEmpty())
            throw new IllegalArgumentException("romdoul.blobs.url names no bucket: https://store.example/bucket");
        var prefix = path.length < 2 || path[1].isEmpty() ? "" : path[1].replaceFirst("/?$", "/");
        // Many stores that speak S3 know neither the newer checksums nor buckets as host names.
        var client = S3Client.builder()
                .endpointOverride(URI.create(url.getScheme() + "://" + url.getAuthority()))
                .region(Region.of(settings.region()))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .credentialsProvider(credentials(settings))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        return new S3Store(client, path[0], prefix);
    }

    private static AwsCredentialsProvider credentials(BlobSettings settings) {
        return settings.accessKey() == null || settings.secretKey() == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }

    @Bean
    Blobs blobs(Store store, Vault vault, Facts facts) {
        return new Blobs(store, vault, facts);
    }

    @Bean
    StoredFiles storedFiles(Store store) {
        return new StoredFiles(store);
    }

    /** As the auditor, who sees every fact: to her own eyes alone everything would be an orphan. */
    @Bean
    Sweep sweep(Store store, @Qualifier("auditor") DataSource auditor, Clock clock) {
        return new Sweep(store, auditor, clock);
    }

    @Bean
    SweepLoop sweepLoop(Sweep sweep) {
        return new SweepLoop(sweep);
    }
}
