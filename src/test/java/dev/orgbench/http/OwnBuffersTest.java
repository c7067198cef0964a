package dev.orgbench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.junit.jupiter.api.Test;

class OwnBuffersTest {
    private final OwnBuffers buffers = new OwnBuffers();

    @Test
    void whatIsGivenBackIsLentAgainEmpty() {
        RetainableByteBuffer.Mutable first = buffers.acquire(OwnBuffers.SIZE, true);
        first.put("secret".getBytes(StandardCharsets.UTF_8));
        assertThat(first.release()).isTrue();

        RetainableByteBuffer.Mutable second = buffers.acquire(100, true);

        assertThat(second.hasRemaining()).isFalse();
        assertThat(second.capacity()).isEqualTo(OwnBuffers.SIZE);
    }

    /** As two threads of Jetty do that end one malformed request. */
    @Test
    void whoGivesBackTwiceOrGoesOnDoesNotReachTheNextOne() {
        RetainableByteBuffer.Mutable first = buffers.acquire(OwnBuffers.SIZE, true);
        first.release();
        RetainableByteBuffer.Mutable second = buffers.acquire(OwnBuffers.SIZE, true);
        second.put("answer".getBytes(StandardCharsets.UTF_8));

        first.clear();
        assertThatThrownBy(first::release).isInstanceOf(IllegalStateException.class);
        RetainableByteBuffer.Mutable third = buffers.acquire(OwnBuffers.SIZE, true);
        third.put("hidden".getBytes(StandardCharsets.UTF_8));

        assertThat(StandardCharsets.UTF_8
                        .decode(second.getByteBuffer().duplicate())
                        .toString())
                .isEqualTo("answer");
    }

    @Test
    void largerOnesAreNotKept() {
        RetainableByteBuffer.Mutable large = buffers.acquire(4 * OwnBuffers.SIZE, true);
        assertThat(large.capacity()).isEqualTo(4 * OwnBuffers.SIZE);
        large.release();
        assertThat(buffers.acquire(10, true).capacity()).isEqualTo(OwnBuffers.SIZE);
    }
}
