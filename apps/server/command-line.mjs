// Where `sepiola <command>` enters: the command line, from what the start keeps of it (`strip-types.mjs`).

import { loadStripped } from './strip-types.mjs'

loadStripped()
const { runCommandLine } = await import('./src/command-line/run-command-line.ts')
// Set instead of ending the process at once, so that everything written leaves it.
process.exitCode = await runCommandLine(process.argv.slice(2))
