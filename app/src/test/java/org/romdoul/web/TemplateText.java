package org.romdoul.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words a template holds itself, outside its expressions: in its text, and in the attributes that are read aloud. */
final class TemplateText {

    private static final Pattern COMMENT = Pattern.compile("<%--.*?--%>|<!--.*?-->", Pattern.DOTALL);
    private static final Pattern HEADER = Pattern.compile("(?m)^\\s*@(import|param)\\b.*$");
    private static final Pattern SPOKEN = Pattern.compile("\\b(?:title|alt|placeholder|aria-label)=\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern LETTERS = Pattern.compile(".*\\p{L}.*", Pattern.DOTALL);

    private TemplateText() {}

    static List<String> of(String template) {
        var text = COMMENT.matcher(template).replaceAll("");
        text = HEADER.matcher(text).replaceAll("");
        text = withoutCode(text);
        var spoken = SPOKEN.matcher(text).results().map(found -> found.group(1));
        var written = Stream.of(TAG.matcher(text).replaceAll("\n").split("\n"));
        return Stream.concat(spoken, written)
                .map(String::strip)
                .filter(words -> LETTERS.matcher(words).matches())
                .toList();
    }

    /** Leaves the text of a template: no expression, no control, no call; but what stands in a call's content stays. */
    private static String withoutCode(String template) {
        var text = new StringBuilder();
        var code = Pattern.compile(
                "\\$unsafe\\{|\\$\\{|!\\{|@(?:if|elseif|for|template[.\\w-]*)\\(|@(?:else|endif|endfor)\\b");
        var at = 0;
        var found = code.matcher(template);
        while (found.find(at)) {
            text.append(template, at, found.start());
            var opening = template.charAt(found.end() - 1);
            at = opening == '{' || opening == '(' ? afterCode(template, found.end(), opening, text) : found.end();
        }
        return text.append(template.substring(at)).toString();
    }

    private static int afterCode(String template, int from, char opening, StringBuilder text) {
        var closing = opening == '{' ? '}' : ')';
        var depth = 1;
        var at = from;
        while (at < template.length() && depth > 0) {
            var sign = template.charAt(at);
            if (sign == '"') at = template.indexOf('"', at + 1);
            else if (template.startsWith("@`", at)) at = content(template, at, text);
            else if (sign == opening) depth++;
            else if (sign == closing) depth--;
            at++;
        }
        return at;
    }

    /** Text handed to a called template is text again; returns where its last sign stands. */
    private static int content(String template, int from, StringBuilder text) {
        var depth = 1;
        var at = from + 2;
        while (depth > 0) {
            if (template.startsWith("@`", at)) {
                depth++;
                at++;
            } else if (template.charAt(at) == '`') {
                depth--;
            }
            at++;
        }
        text.append('\n')
                .append(withoutCode(template.substring(from + 2, at - 1)))
                .append('\n');
        return at - 1;
    }
}
