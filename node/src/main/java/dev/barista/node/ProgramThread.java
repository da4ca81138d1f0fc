package dev.barista.node;

import dev.barista.engine.StructuredClone;
import dev.barista.node.permission.Grants;

/**
 * Which thread of a program an environment runs. Any thread.
 *
 * @param program what it shares with the others
 * @param id 0 for the main thread
 * @param name what the program calls it; empty for the main thread
 * @param control a worker's end of the channel to the thread that started it; {@code null} for the main thread
 * @param variables the environment variables, where it shares them with the thread that started it; {@code null} where it has its own
 * @param closesFiles whether files that it leaves open are closed with it
 * @param grants what it may do at most: what the thread that started it may; {@code null} for everything
 */
public record ProgramThread(Program program, int id, String name, StructuredClone.Portable control, SharedVariables variables,
        boolean closesFiles, Grants grants) {
    /** The main thread of a new program. */
    static ProgramThread main(EnvironmentOptions options) {
        return new ProgramThread(new Program(options.cwd()), 0, "", null, null, true, null);
    }

    public boolean isMain() {
        return id == 0;
    }
}
