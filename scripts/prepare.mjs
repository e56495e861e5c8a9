// Makes a checkout ready to run: dependencies, the pinned Node, the web client. Runs on any Node >= 18, before anything
// is installed, so it is plain JavaScript without dependencies. Says nothing when there is nothing to do.
//
//   node scripts/prepare.mjs [--no-web]

import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const pinnedNode = join(root, 'node_modules/.bin/node')
const dependencyStamp = join(root, 'node_modules/.sepiola-stamp')
const webStamp = join(root, 'apps/web/build/.stamp')
const neededNode = 24

const steps = [
  {
    doing: 'installing dependencies',
    done: 'dependencies installed',
    isDone: areDependenciesInstalled,
    run: installDependencies,
  },
  {
    doing: `looking for Node ${neededNode}`,
    done: `Node ${neededNode} found`,
    isDone: () => existsSync(pinnedNode),
    run: linkSystemNode,
  },
]
if (!process.argv.includes('--no-web')) {
  steps.push({
    doing: 'building the web client',
    done: 'web client built',
    isDone: isWebClientBuilt,
    run: buildWebClient,
  })
}

try {
  if (steps.some((step) => !step.isDone())) await withLock(runSteps)
} catch (error) {
  console.error(`\n✗ ${error.message}`)
  process.exitCode = 1
}

async function runSteps() {
  for (const { doing, done, isDone, run } of steps) {
    if (isDone()) continue
    const started = Date.now()
    process.stdout.write(process.stdout.isTTY ? `… ${doing}` : `… ${doing}\n`)
    const detail = await run()
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    const line = `✓ ${done}${detail ? `: ${detail}` : ''} (${seconds} s)\n`
    process.stdout.write(process.stdout.isTTY ? `\r\x1b[K${line}` : line)
  }
}

function areDependenciesInstalled() {
  if (!existsSync(join(root, 'node_modules'))) return false
  const wanted = hashFiles([join(root, 'package-lock.json')])
  if (readIfThere(dependencyStamp) === wanted) return true
  // Somebody ran npm by hand: what lies there may be right all the same.
  if (!matchesLockfile()) return false
  writeFileSync(dependencyStamp, wanted)
  return true
}

/** Compares with the list that npm keeps of what it installed; packages of other platforms may be absent. */
function matchesLockfile() {
  const installed = readIfThere(join(root, 'node_modules/.package-lock.json'))
  if (!installed) return false
  const present = JSON.parse(installed).packages
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(packages).every(([path, { version, link, optional }]) => {
    if (!path.includes('node_modules/') || link) return true
    return path in present ? present[path].version === version : optional === true
  })
}

async function installDependencies() {
  // `npm ci` refuses a lockfile without the binaries of every platform, which some registries do not carry; an install
  // that saves nothing takes the same versions and hashes. No package may need an install script; the development ones
  // build the web client.
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await runNpm(['install', ...options, '--include=dev', '--include=optional'])
  const probe = spawnSync(pinnedNode, ['--version'])
  // Built for another C library, for example.
  if (probe.status !== 0) rmSync(pinnedNode, { force: true })
  writeFileSync(dependencyStamp, hashFiles([join(root, 'package-lock.json')]))
}

function linkSystemNode() {
  const [major] = process.versions.node.split('.')
  if (Number(major) < neededNode) {
    throw new Error(
      `No package brings Node ${neededNode} to ${process.platform}-${process.arch}, and this is Node ${process.versions.node}. ` +
        `Install Node ${neededNode} or newer and run the command again.`,
    )
  }
  rmSync(pinnedNode, { force: true })
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true })
  symlinkSync(process.execPath, pinnedNode)
  return `${process.execPath} ${process.versions.node}`
}

function isWebClientBuilt() {
  // Without dependencies there is nothing to compare with.
  return existsSync(webStamp) && readIfThere(webStamp) === hashWebSources()
}

async function buildWebClient() {
  const hash = hashWebSources()
  await runNpm(['run', 'build', '--workspace', '@sepiola/web'], { NODE_ENV: 'production' })
  writeFileSync(webStamp, hash)
}

function hashWebSources() {
  const folders = ['apps/web', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/src`)]
  return hashFiles([join(root, 'package-lock.json'), ...folders.flatMap((folder) => listFiles(join(root, folder)))])
}

function listFiles(folder) {
  if (!existsSync(folder)) return []
  const made = new Set(['node_modules', 'build', '.svelte-kit'])
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !made.has(name))
    .flatMap((entry) => (entry.isDirectory() ? listFiles(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort()
}

function hashFiles(paths) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** Its output is shown only when it fails. */
function runNpm(args, env = {}) {
  const own = process.env.npm_execpath
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []]
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = []
  child.stdout.on('data', (part) => output.push(part))
  child.stderr.on('data', (part) => output.push(part))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) return resolve(undefined)
      const lastLines = Buffer.concat(output).toString().trim().split('\n').slice(-40).join('\n')
      reject(new Error(`npm ${args.slice(0, 2).join(' ')} failed:\n${lastLines}`))
    })
  })
}

/** One preparation of a checkout at a time: `npm start` and `npm test` may be started together. */
async function withLock(run) {
  const key = createHash('sha256').update(root).digest('hex').slice(0, 12)
  const lock = join(tmpdir(), `sepiola-prepare-${userInfo().uid}-${key}.lock`)
  while (!tryLock(lock)) await new Promise((resolve) => setTimeout(resolve, 200))
  const unlock = () => rmSync(lock, { force: true })
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      unlock()
      process.exit(1)
    })
  }
  try {
    await run()
  } finally {
    unlock()
  }
}

function tryLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    const owner = Number(readIfThere(lock))
    if (owner && !isRunning(owner)) rmSync(lock, { force: true })
    return false
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
