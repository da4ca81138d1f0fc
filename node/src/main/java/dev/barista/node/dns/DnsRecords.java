package dev.barista.node.dns;

import dev.barista.engine.JsObject;
import dev.barista.engine.Realm;
import dev.barista.node.dns.DnsMessage.Answer;
import dev.barista.node.dns.DnsMessage.MalformedException;
import dev.barista.node.net.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The records of an answer as {@code dns.resolve} and its kin give them. Loop thread only. */
final class DnsRecords {
    /** In which order the records of an answer to ANY are given. */
    private static final int[] ORDER = {
        DnsMessage.CNAME, DnsMessage.A, DnsMessage.AAAA, DnsMessage.MX, DnsMessage.NS, DnsMessage.TXT, DnsMessage.SRV, DnsMessage.PTR,
        DnsMessage.NAPTR, DnsMessage.SOA, DnsMessage.TLSA, DnsMessage.CAA
    };

    private final Realm realm;
    private final DnsMessage message;

    DnsRecords(Realm realm, DnsMessage message) {
        this.realm = realm;
        this.message = message;
    }

    /** The values of the records of one type, or with their type's name those of all. */
    List<Object> values(int type) throws MalformedException {
        List<Object> values = new ArrayList<>();
        List<Answer> answers = message.answers();
        if (type != DnsMessage.ANY) {
            for (Answer answer : answers) {
                if (answer.type() == type) values.add(value(answer));
            }
            return values;
        }
        for (int each : ORDER) {
            for (Answer answer : answers) {
                if (answer.type() == each) values.add(named(answer));
            }
        }
        return values;
    }

    /** A string for names, an array for texts, otherwise an object. Addresses come with their time to live. */
    private Object value(Answer answer) throws MalformedException {
        int at = answer.at();
        return switch (answer.type()) {
            case DnsMessage.A, DnsMessage.AAAA -> address(answer);
            case DnsMessage.NS, DnsMessage.CNAME, DnsMessage.PTR -> message.name(at).text();
            case DnsMessage.TXT -> realm.array(texts(answer).toArray());
            case DnsMessage.MX -> fields("exchange", message.name(at + 2).text(), "priority", message.u16(at), "type", "MX");
            case DnsMessage.SRV -> fields("name", message.name(at + 6).text(), "port", message.u16(at + 4),
                    "priority", message.u16(at), "weight", message.u16(at + 2), "type", "SRV");
            case DnsMessage.SOA -> authority(at);
            case DnsMessage.NAPTR -> pointer(at);
            case DnsMessage.CAA -> authorization(answer);
            case DnsMessage.TLSA -> fields("certUsage", message.u8(at), "selector", message.u8(at + 1), "match", message.u8(at + 2),
                    "data", realm.bytes(message.part(at + 3, answer.length() - 3)), "type", "TLSA");
            default -> throw new IllegalArgumentException("record type " + answer.type());
        };
    }

    /** As an answer to ANY has it. */
    private JsObject named(Answer answer) throws MalformedException {
        Object value = value(answer);
        JsObject object = switch (answer.type()) {
            case DnsMessage.NS, DnsMessage.CNAME, DnsMessage.PTR -> fields("value", value);
            case DnsMessage.TXT -> fields("entries", value);
            default -> (JsObject) value;
        };
        object.set("type", typeName(answer.type()));
        return object;
    }

    private static String typeName(int type) {
        return switch (type) {
            case DnsMessage.A -> "A";
            case DnsMessage.AAAA -> "AAAA";
            case DnsMessage.NS -> "NS";
            case DnsMessage.CNAME -> "CNAME";
            case DnsMessage.PTR -> "PTR";
            case DnsMessage.TXT -> "TXT";
            case DnsMessage.MX -> "MX";
            case DnsMessage.SRV -> "SRV";
            case DnsMessage.SOA -> "SOA";
            case DnsMessage.NAPTR -> "NAPTR";
            case DnsMessage.CAA -> "CAA";
            case DnsMessage.TLSA -> "TLSA";
            default -> throw new IllegalArgumentException("record type " + type);
        };
    }

    private JsObject address(Answer answer) throws MalformedException {
        boolean v6 = answer.type() == DnsMessage.AAAA;
        if (answer.length() != (v6 ? 16 : 4)) throw new MalformedException();
        return fields("address", IpAddress.format(message.part(answer.at(), answer.length()), v6), "ttl", answer.ttl());
    }

    private List<String> texts(Answer answer) throws MalformedException {
        List<String> texts = new ArrayList<>();
        for (int at = answer.at(); at < answer.at() + answer.length(); at += 1 + message.u8(at)) texts.add(text(at));
        return texts;
    }

    /** A counted string. */
    private String text(int at) throws MalformedException {
        return new String(message.part(at + 1, message.u8(at)), StandardCharsets.UTF_8);
    }

    private JsObject authority(int at) throws MalformedException {
        DnsMessage.Name primary = message.name(at);
        DnsMessage.Name mailbox = message.name(primary.end());
        int numbers = mailbox.end();
        return fields("nsname", primary.text(), "hostmaster", mailbox.text(), "serial", message.u32(numbers), "refresh", message.u32(numbers + 4),
                "retry", message.u32(numbers + 8), "expire", message.u32(numbers + 12), "minttl", message.u32(numbers + 16));
    }

    private JsObject pointer(int at) throws MalformedException {
        int service = at + 5 + message.u8(at + 4);
        int regexp = service + 1 + message.u8(service);
        int replacement = regexp + 1 + message.u8(regexp);
        return fields("flags", text(at + 4), "service", text(service), "regexp", text(regexp), "replacement", message.name(replacement).text(),
                "order", message.u16(at), "preference", message.u16(at + 2));
    }

    private JsObject authorization(Answer answer) throws MalformedException {
        int at = answer.at();
        int value = at + 2 + message.u8(at + 1);
        byte[] bytes = message.part(value, at + answer.length() - value);
        return fields("critical", message.u8(at), "type", "CAA", text(at + 1), new String(bytes, StandardCharsets.UTF_8));
    }

    /** An object of names and values by turns. */
    private JsObject fields(Object... pairs) {
        JsObject object = realm.object();
        for (int i = 0; i < pairs.length; i += 2) object.set((String) pairs[i], pairs[i + 1]);
        return object;
    }
}
