package dev.barista.node.url;

import dev.barista.node.url.PercentEncoding.Set;

/** The URL Standard's "path state", section 4.4. Any one thread. */
final class PathParser {
    private PathParser() { }

    /**
     * Appends segments to the URL's path.
     *
     * @param from where the first one begins, behind its slash
     * @param whole whether the input is nothing but a path, in which {@code ?} and {@code #} stand for themselves
     * @return where the path ends
     */
    static int append(String input, int from, UrlRecord url, boolean whole) {
        StringBuilder path = url.path;
        int start = from;
        while (true) {
            int end = segmentEnd(input, start, url.special(), whole);
            boolean slash = end < input.length() && input.charAt(end) != '?' && input.charAt(end) != '#';
            if (isDoubleDot(input, start, end)) {
                url.shortenPath();
                if (!slash) path.append('/');
            } else if (isSingleDot(input, start, end)) {
                if (!slash) path.append('/');
            } else if (url.isFile() && path.isEmpty() && Input.isDrive(input, start, end)) {
                path.append('/').append(input.charAt(start)).append(':');
            } else {
                path.append('/');
                PercentEncoding.encode(input, start, end, Set.PATH, path);
            }
            if (!slash) return end;
            start = end + 1;
        }
    }

    private static int segmentEnd(String input, int from, boolean special, boolean whole) {
        for (int i = from; i < input.length(); i++) {
            char c = input.charAt(i);
            if (c == '/' || c == '\\' && special || !whole && (c == '?' || c == '#')) return i;
        }
        return input.length();
    }

    private static boolean isSingleDot(String input, int start, int end) {
        return end > start && dot(input, start, end) == end;
    }

    private static boolean isDoubleDot(String input, int start, int end) {
        int first = dot(input, start, end);
        return first > start && first < end && dot(input, first, end) == end;
    }

    /** Where a dot that begins at {@code start}, perhaps as {@code %2e}, ends; {@code start} if there is none. */
    private static int dot(String input, int start, int end) {
        if (start < end && input.charAt(start) == '.') return start + 1;
        return start + 3 <= end && input.regionMatches(true, start, "%2e", 0, 3) ? start + 3 : start;
    }
}
