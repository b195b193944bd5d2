package org.romdoul.evidence;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads forms with files as they come: the answers before the first file become parameters, so that whoever looks for the
 * form's token finds it; the files follow as {@link ComingFiles}. No file is ever written down before it is encrypted.
 */
final class FormsWithFiles extends OncePerRequestFilter {

    private static final Pattern ADDRESS = Pattern.compile("/c/[^/]+/exhibits/files");
    private static final int MOST_FIELDS = 50;
    private static final int LONGEST_FIELD = 200_000;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return !request.getMethod().equals("POST")
                || type == null
                || !type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data")
                || !ADDRESS.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var items = new FileUpload().getItemIterator(new ServletRequestContext(request));
            var answers = new LinkedHashMap<String, List<String>>();
            var first = readAnswers(items, answers);
            request.setAttribute(ComingFiles.ATTRIBUTE, new ComingFiles(items, first));
            chain.doFilter(new Read(request, answers), response);
        } catch (FileUploadException unreadable) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** @return the first file, or null where there is none */
    private static @Nullable FileItemStream readAnswers(FileItemIterator items, Map<String, List<String>> answers)
            throws IOException, FileUploadException {
        for (var n = 0; items.hasNext(); n++) {
            var item = items.next();
            if (!item.isFormField()) return item;
            if (n == MOST_FIELDS) throw new FileUploadException("too many answers");
            answers.computeIfAbsent(item.getFieldName(), name -> new ArrayList<>())
                    .add(text(item));
        }
        return null;
    }

    private static String text(FileItemStream item) throws IOException, FileUploadException {
        try (var bytes = item.openStream()) {
            var read = bytes.readNBytes(LONGEST_FIELD + 1);
            if (read.length > LONGEST_FIELD) throw new FileUploadException("an answer is too long");
            return new String(read, StandardCharsets.UTF_8);
        }
    }

    /** The request with its answers read; nobody behind takes it for one whose body is still to be parsed. */
    private static final class Read extends HttpServletRequestWrapper {

        private final Map<String, String[]> answers = new LinkedHashMap<>();

        Read(HttpServletRequest request, Map<String, List<String>> read) {
            super(request);
            answers.putAll(request.getParameterMap());
            read.forEach((name, values) -> answers.put(name, values.toArray(String[]::new)));
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = answers.get(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(answers);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(answers.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return answers.get(name);
        }
    }
}
