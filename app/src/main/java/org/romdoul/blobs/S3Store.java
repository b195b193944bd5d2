package org.romdoul.blobs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * An object store that speaks S3. An object is there whole when the store says so, and not before; what was begun and never
 * completed is an upload in parts, which the sweep gives up.
 */
final class S3Store implements Store {

    /** S3 asks for parts of 5 MiB or more and takes 10,000 of them: files of up to 80 GB. */
    private static final int PART = 8 << 20;

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    /** @param prefix empty, or ending with a slash */
    S3Store(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public Writing write(Name name) {
        return new Upload(prefix + name.path());
    }

    @Override
    public InputStream read(Name name) throws IOException {
        var key = prefix + name.path();
        try {
            return new Download(
                    client.getObject(request -> request.bucket(bucket).key(key)));
        } catch (NoSuchKeyException none) {
            throw new NoSuchFileException(name.path());
        } catch (SdkException failed) {
            throw what(failed);
        }
    }

    @Override
    public void remove(Name name) throws IOException {
        asked(() -> client.deleteObject(request -> request.bucket(bucket).key(prefix + name.path())));
    }

    @Override
    public void list(Shelf shelf, Consumer<Kept> each) throws IOException {
        var folder = prefix + shelf.folder() + "/";
        var pages = asked(() ->
                client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(folder)));
        try {
            for (var object : pages.contents()) {
                var id = object.key().substring(object.key().lastIndexOf('/') + 1);
                if (id.length() == 36)
                    each.accept(new Kept(new Name(shelf, UUID.fromString(id)), object.size(), object.lastModified()));
            }
        } catch (SdkException failed) {
            throw what(failed);
        }
    }

    @Override
    public int forgetUnfinished(Instant before) throws IOException {
        var forgotten = 0;
        var pages = asked(() -> client.listMultipartUploadsPaginator(
                request -> request.bucket(bucket).prefix(prefix)));
        try {
            for (var upload : pages.uploads()) {
                if (!upload.initiated().isBefore(before)) continue;
                client.abortMultipartUpload(
                        request -> request.bucket(bucket).key(upload.key()).uploadId(upload.uploadId()));
                forgotten++;
            }
        } catch (SdkException failed) {
            throw what(failed);
        }
        return forgotten;
    }

    /** A store elsewhere does not say; it refuses when it is full. */
    @Override
    public long room() {
        return Long.MAX_VALUE;
    }

    @Override
    public void close() {
        client.close();
    }

    private static <T> T asked(Supplier<T> question) throws IOException {
        try {
            return question.get();
        } catch (SdkException failed) {
            throw what(failed);
        }
    }

    private static IOException what(SdkException failed) {
        var full = failed instanceof AwsServiceException said
                && (said.statusCode() == 507
                        || said.awsErrorDetails() != null
                                && String.valueOf(said.awsErrorDetails().errorCode())
                                        .matches(".*(Quota|StorageFull|CapacityExceeded).*"));
        return full ? new StoreFull(failed) : new IOException("the object store refused or did not answer", failed);
    }

    private final class Upload extends Writing {

        private final String key;
        private final List<CompletedPart> parts = new ArrayList<>();
        private byte[] part = new byte[256 * 1024];
        private int filled;
        private @Nullable String upload;
        private boolean published;

        Upload(String key) {
            this.key = key;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (var done = 0; done < length; ) {
                if (filled == part.length) grow();
                var some = Math.min(length - done, part.length - filled);
                System.arraycopy(bytes, from + done, part, filled, some);
                filled += some;
                done += some;
            }
        }

        private void grow() throws IOException {
            if (part.length < PART) part = Arrays.copyOf(part, Math.min(PART, part.length * 2));
            else send();
        }

        private void send() throws IOException {
            if (upload == null)
                upload = asked(() -> client.createMultipartUpload(
                                request -> request.bucket(bucket).key(key))
                        .uploadId());
            var id = upload;
            var number = parts.size() + 1;
            var sent = asked(() -> client.uploadPart(
                    request -> request.bucket(bucket).key(key).uploadId(id).partNumber(number), body()));
            parts.add(
                    CompletedPart.builder().partNumber(number).eTag(sent.eTag()).build());
            filled = 0;
        }

        private RequestBody body() {
            return RequestBody.fromByteBuffer(java.nio.ByteBuffer.wrap(part, 0, filled));
        }

        @Override
        void publish() throws IOException {
            if (upload == null) {
                asked(() -> client.putObject(request -> request.bucket(bucket).key(key), body()));
            } else {
                if (filled > 0) send();
                var id = upload;
                asked(() -> client.completeMultipartUpload(request ->
                        request.bucket(bucket).key(key).uploadId(id).multipartUpload(whole -> whole.parts(parts))));
            }
            published = true;
        }

        @Override
        public void close() throws IOException {
            if (published || upload == null) return;
            var id = upload;
            upload = null;
            asked(() -> client.abortMultipartUpload(
                    request -> request.bucket(bucket).key(key).uploadId(id)));
        }
    }

    /** Left before its end, it is cut off: what nobody reads is not fetched. */
    private static final class Download extends FilterInputStream {

        private final ResponseInputStream<GetObjectResponse> response;

        Download(ResponseInputStream<GetObjectResponse> response) {
            super(response);
            this.response = response;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (SdkException failed) {
                throw what(failed);
            }
        }

        @Override
        public void close() {
            response.abort();
        }
    }
}
