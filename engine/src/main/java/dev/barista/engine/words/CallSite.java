package dev.barista.engine.words;

import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.js.nodes.access.ArrayLiteralNode;
import com.oracle.truffle.js.nodes.access.GetIteratorUnaryNode;
import com.oracle.truffle.js.nodes.access.PropertyNode;
import com.oracle.truffle.js.nodes.access.ReadElementNode;
import com.oracle.truffle.js.nodes.control.TryFinallyNode;
import com.oracle.truffle.js.nodes.control.WhileNode;
import com.oracle.truffle.js.nodes.function.SpreadArgumentNode;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.Undefined;

/** What the program's text says at the node where an error arises. */
final class CallSite {
    /** How many characters of a text are read: the body of a loop or function may be the rest of a large file. */
    private static final int MOST = 4096;

    private CallSite() {}

    /** The text that a node stands for, or its beginning; {@code null} for one that stands for none. */
    static CharSequence text(Node node) {
        SourceSection section = node.getSourceSection();
        if (section == null || !section.isAvailable() || !section.hasCharIndex()) return null;
        int from = section.getCharIndex();
        return section.getSource().getCharacters().subSequence(from, from + Math.min(section.getCharLength(), MOST));
    }

    /** Whether a property is read whose key the program computes. */
    static boolean readsElement(Node node) {
        return ancestor(node, ReadElementNode.class) != null;
    }

    /** The name of the function that a node is in; never {@code null}. */
    static String function(Node node) {
        RootNode root = node == null ? null : node.getRootNode();
        return root == null || root.getName() == null ? "" : root.getName();
    }

    /** Whether it is a function of the engine, which has no text. */
    static boolean builtin(Node node) {
        RootNode root = node == null ? null : node.getRootNode();
        CharSequence text = root == null ? null : text(root);
        return text == null || text.isEmpty();
    }

    /** Whether a value could not be iterated over because a program's text iterates, and not because it reads a property. */
    static boolean iterates(Node node) {
        return ancestor(node, GetIteratorUnaryNode.class) != null;
    }

    /** What V8 says of a value that can't be iterated over, where nothing is said of the text that it comes from. */
    static String notIterable(Object value) {
        return Shown.anonymous(value) + " is not iterable (cannot read property Symbol(Symbol.iterator))";
    }

    /** The same where a program's text iterates. */
    static String notIterable(Object value, Node node) {
        String anonymous = notIterable(value);
        boolean missing = value == Undefined.instance || value == Null.instance;
        for (Node at = node; at != null && !(at instanceof WhileNode); at = at.getParent()) {
            CharSequence text = text(at);
            if (at instanceof SpreadArgumentNode && text != null) {
                if (!missing) return "Spread syntax requires ...iterable[Symbol.iterator] to be a function";
                return Expression.of(afterDots(text)) + " is not iterable (cannot read property undefined)";
            }
            if (at instanceof ArrayLiteralNode.SpreadArrayNode && text != null) return notIterable(afterDots(text), anonymous);
            if (at instanceof TryFinallyNode && text != null && Pattern.is(text, false)) {
                CharSequence right = Pattern.right(text);
                return right == null || isProperty(right) ? anonymous : notIterable(right, anonymous);
            }
            CharSequence list = text == null ? null : Pattern.iterated(text);
            if (list != null) return notIterable(list, anonymous);
        }
        return anonymous;
    }

    private static String notIterable(CharSequence iterated, String anonymous) {
        String callee = Expression.callee(iterated);
        if (callee != null) return callee + " is not a function or its return value is not iterable";
        String shown = Expression.of(iterated);
        return shown.equals(Expression.UNKNOWN) ? anonymous : shown + " is not iterable";
    }

    /** V8 tells a name and what a call returns, but not whose property it is that is taken apart. */
    private static boolean isProperty(CharSequence text) {
        return Expression.isMember(text) && Expression.callee(text) == null;
    }

    private static CharSequence afterDots(CharSequence spread) {
        return spread.subSequence(Math.min(spread.length(), 3), spread.length());
    }

    /**
     * What is taken apart where a property of it can't be read.
     *
     * @return {@code null} if nothing is, or if it is itself a part of something
     */
    static String destructured(Object value, Node node) {
        Node read = ancestor(node, PropertyNode.class);
        if (read == null) read = ancestor(node, ReadElementNode.class);
        return read == null || text(read) != null ? null : destructuredBy(value, read);
    }

    /** The same for a node that belongs to the pattern as a whole. */
    static String destructuredBy(Object value, Node node) {
        TryFinallyNode pattern = pattern(node);
        CharSequence text = text(pattern == null ? node.getParent() : pattern);
        if (text == null || !Pattern.is(text, true)) return null;
        if (pattern != null && pattern(pattern.getParent()) != null) return null;   // part of another
        CharSequence right = Pattern.right(text);
        return right == null ? Shown.anonymous(value) : Expression.of(right);
    }

    /** The node of the nearest pattern around a node: the engine has it close iterators in a {@code finally}, as a program's own text may. */
    private static TryFinallyNode pattern(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!(at instanceof TryFinallyNode attempt)) continue;
            CharSequence text = text(attempt);
            return text != null && Pattern.is(text, false) ? attempt : null;
        }
        return null;
    }

    /** The nearest node of a kind, no further out than the first that has a text: what is beyond that is another expression. */
    private static <N extends Node> N ancestor(Node node, Class<N> kind) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (kind.isInstance(at)) return kind.cast(at);
            if (text(at) != null) return null;
        }
        return null;
    }
}
