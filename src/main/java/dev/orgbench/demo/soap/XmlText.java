package dev.orgbench.demo.soap;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a document, by the encoding that its first bytes tell (XML 1.0, appendix F). Done here because the JDK's
 * reader, where bytes are not of that encoding, complains on the standard error.
 */
final class XmlText {
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,100}\\sencoding\\s*=\\s*[\"']([^\"']{1,40})[\"']");
    private static final int DECLARATION = 200;
    private static final char MARK = '\uFEFF';

    private XmlText() {}

    static String of(byte[] document) throws MalformedXmlException {
        Charset charset = charset(document);
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(document)).toString();
            return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MalformedXmlException("The bytes are not of the encoding " + charset.name(), 1, 1, e);
        }
    }

    private static Charset charset(byte[] document) throws MalformedXmlException {
        if (document.length >= 2 && (document[0] & 0xff) + (document[1] & 0xff) == 0xff + 0xfe) {
            return StandardCharsets.UTF_16;
        }
        String start = new String(document, 0, Math.min(document.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(start);
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MalformedXmlException("The encoding " + declared.group(1) + " is not known", 1, 1, e);
        }
    }
}
