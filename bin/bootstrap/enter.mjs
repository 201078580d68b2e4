const OLDEST_NODE = 20;

/**
 * Runs a TypeScript command of ours with the arguments of this process: installs the packages first if need be, then hands over to
 * the Node that came with them. This file uses nothing an old Node could not read.
 */
export function enter(command) {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    console.error(
      'Galley needs Node ' +
        OLDEST_NODE +
        ' or newer, and this is ' +
        process.version +
        '; see https://nodejs.org.',
    );
    process.exitCode = 1;
    return;
  }
  Promise.all([import('./install.mjs'), import('./hand-over.mjs')])
    .then(([{ ensureInstalled }, { handOver }]) => {
      const problem = ensureInstalled();
      if (problem === null) return handOver(command, process.argv.slice(2));
      console.error(problem);
      return 1;
    })
    .then((exitCode) => {
      process.exitCode = exitCode;
    });
}
