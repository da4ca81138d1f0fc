package dev.barista.node;

import dev.barista.engine.AsyncWaits;
import dev.barista.loop.TimerHandle;

/** Has the loop settle promises of {@code Atomics.waitAsync} when a thread notifies or their time is over. They do not keep it alive. */
final class AtomicsWaits implements AsyncWaits {
    private final Environment env;
    private final Runnable wake;
    private TimerHandle timer;

    AtomicsWaits(Environment env) {
        this.env = env;
        this.wake = this::over;
    }

    @Override
    public void begins() {
        if (timer == null) {
            timer = new TimerHandle(env.loop());
            timer.unref();
            env.thread().program().asyncWaiters().add(wake);
            env.atClose(() -> env.thread().program().asyncWaiters().remove(wake));
        }
        env.loop().execute(this::startTimer);
    }

    @Override
    public void over() {
        env.loop().execute(this::settle);
    }

    @Override
    public void notified() {
        env.thread().program().asyncWaiters().forEach(Runnable::run);
    }

    private void settle() {
        env.ticks().run(() -> { });   // the drain after it does the work
        if (timer != null) startTimer();
    }

    private void startTimer() {
        long left = env.realm().millisToAsyncWaitEnd();
        if (left < 0) timer.stop();
        else timer.start(this::settle, left, 0);
    }
}
