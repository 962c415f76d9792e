import { dirname, resolve } from "node:path";
import {
  configRows,
  formatConfigRows,
  onlineRows,
  showingRows,
} from "../../config/print/config-rows.js";
import type { Project } from "../../config/project.js";
import type { ConfigFlags } from "../../config/resolve/flags.js";
import { pathFrom } from "../../engine/paths.js";
import { safeJson } from "../../report/safe-json.js";
import { neutralise } from "../../report/text/neutralise.js";
import { baseFolder } from "../../run/discovery/base-folder.js";
import { ExitCode } from "../exit-code.js";
import { printable } from "../failure.js";
import type { Io } from "../io.js";

/** Shows every setting that applies to a file, and where it comes from. The file need not exist. */
export async function printConfig(
  file: string,
  project: Project,
  flags: ConfigFlags,
  json: boolean,
  io: Io,
): Promise<ExitCode> {
  const path = resolve(project.cwd, file);
  const config = await project.configFor(dirname(path));
  const base = baseFolder([{ path, config }], project);
  const resolved = project.settingsFrom(base, flags).resolveFor(path, config);
  const rows = [
    ...configRows(resolved, project.cwd),
    ...showingRows(config, project.cwd),
    ...onlineRows((await project.configFor(project.cwd)).online),
  ];
  const name = config.file === undefined ? null : pathFrom(project.cwd, config.file);
  const shown = rows.map(({ key, value, from }) => ({
    key: neutralise(key),
    value,
    from: neutralise(from),
  }));
  if (json) {
    io.stdout.write(safeJson({ file: pathFrom(base, path), config: name, settings: rows }));
  } else {
    io.stdout.write(
      printable(
        `${neutralise(file)}: ${neutralise(name ?? "no config file, the defaults apply")}\n\n${formatConfigRows(shown)}`,
      ),
    );
  }
  return ExitCode.clean;
}
