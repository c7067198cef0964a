package dev.orgbench.demo.bulk;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** CSV that must not end within quotes: a file that was cut off there would else pass for a whole one. */
final class ClosedQuotes extends FilterReader {
    private boolean open;

    ClosedQuotes(Reader csv) {
        super(csv);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        int count = super.read(chars, offset, length);
        if (count < 0 && open) {
            throw new OpenQuoteException();
        }
        for (int i = offset; i < offset + count; i++) {
            // A doubled quote, which stands for one, changes it twice.
            open ^= chars[i] == '"';
        }
        return count;
    }

    /** The end came before the closing quote. */
    static final class OpenQuoteException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
