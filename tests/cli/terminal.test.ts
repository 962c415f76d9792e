import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryProject } from "../run/temporary-project.js";

const BIN = fileURLToPath(new URL("../../bin/copydesk.js", import.meta.url));
const hasPython = spawnSync("python3", ["-c", "import pty"]).status === 0;

/** Runs a command in a terminal of its own, and presses keys when it asks. */
const TERMINAL = `
import fcntl, os, pty, select, struct, sys, termios
keys = [b"\\r", b"\\x03"]
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    os.chdir(sys.argv[1])
    os.execvp(sys.argv[2], sys.argv[2:])
new = b""
while select.select([terminal], [], [], 30)[0]:
    try:
        read = os.read(terminal, 65536)
    except OSError:
        break
    if not read:
        break
    sys.stdout.buffer.write(read)
    new += read
    if keys and b"confirm" in new:
        new = b""
        os.write(terminal, keys.pop(0))
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

describe.runIf(
  hasPython && existsSync(fileURLToPath(new URL("../../dist/cli.js", import.meta.url))),
)("--interactive in a real terminal", () => {
  it("makes the repair that Enter chooses, keeps it after Ctrl-C, and leaves the terminal", () => {
    const folder = temporaryProject({
      ".git/HEAD": "",
      "a.md": '# A\n\nBoats leave. \nThey are fast.\n\n<img src="a.png">\n',
    });
    const only = "typography/whitespace,image/alt-missing";
    const argv = [process.execPath, BIN, ".", "--only", only, "--interactive", "--fix-only"];
    const ran = spawnSync("python3", ["-c", TERMINAL, folder, ...argv], {
      encoding: "utf8",
      // A CI service sets CI, and nobody answers questions there.
      env: { ...process.env, CI: "", NO_COLOR: "1", TERM: "xterm" },
      timeout: 60_000,
    });
    expect(ran.stdout).toContain("The file has trailing spaces.");
    expect(ran.stdout).toContain("Fixed 1 finding in 1 file.");
    expect(ran.status).toBe(0);
    expect(readFileSync(join(folder, "a.md"), "utf8")).toContain("Boats leave.\nThey");
  });
});
