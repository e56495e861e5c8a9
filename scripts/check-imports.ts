import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { featureRanks } from '../apps/server/src/app/feature-ranks.ts'
import { findUnusedDoors } from './check-doors.ts'

// The rules of the architecture that a linter does not know. Run alone: node scripts/check-imports.ts

interface SourceFile {
  /** From the root of the repository. */
  path: string
  content: string
}

const serverSource = 'apps/server/src/'
const serverImports: [prefix: string, folder: string][] = [
  ['#foundation/', `${serverSource}foundation/`],
  ['#features/', `${serverSource}features/`],
  ['#app/', `${serverSource}app/`],
  ['@sepiola/', 'packages/'],
]

/** A sentence per offence: imports that go up, SQL outside `*.sql.ts`, names that say nothing. */
export function findOffences(files: readonly SourceFile[], ranks: readonly string[]): string[] {
  return files.flatMap((file) => [
    ...listImports(file).flatMap((target) => checkImport(file.path, target, ranks) ?? []),
    ...checkSql(file),
    ...checkName(file.path),
    ...checkMentions(file),
  ])
}

function listImports({ path, content }: SourceFile): string[] {
  if (!/\.(ts|js|mjs|svelte)$/.test(path)) return []
  const specifiers = content.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"\n]+)['"]/g)
  return [...specifiers].flatMap(([, specifier]) => resolveImport(path, specifier!) ?? [])
}

/** Path in the repository; `undefined` for packages from outside. */
function resolveImport(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return join(dirname(path), specifier)
  const [prefix, folder] = serverImports.find(([known]) => specifier.startsWith(known)) ?? []
  return prefix && folder + specifier.slice(prefix.length)
}

/** They put the features together. */
const composers = new Set(['app', 'command-line'])

function checkImport(from: string, to: string, ranks: readonly string[]): string | undefined {
  const source = placeOf(from)
  const target = placeOf(to)
  const offence = (reason: string) => `${from} imports ${to}: ${reason}`
  if (source.layer === 'tests' || isTest(from) || to.endsWith('.json')) return undefined
  if (source.layer === 'web' && target.layer !== 'web' && target.layer !== 'packages') {
    return offence('the web client knows packages only')
  }
  const heights = ['packages', 'foundation', 'features', 'app', 'command-line']
  const height = heights.indexOf(source.layer)
  if (height >= 0 && !heights.slice(0, height + 1).includes(target.layer)) {
    return offence(`${source.layer} may not know ${target.layer}`)
  }
  if (target.layer !== 'features' || target.feature === source.feature) return undefined
  const doors = ['public.ts', `${target.feature}.events.ts`, ...(composers.has(source.layer) ? ['feature.ts'] : [])]
  if (!doors.some((door) => to === `${serverSource}features/${target.feature}/${door}`)) {
    return offence(`only through ${doors.join(' or ')}`)
  }
  if (source.layer !== 'features') return undefined
  const [own, other] = [source.feature, target.feature].map((name) => ranks.indexOf(name!))
  if (own === -1) return `${from}: ${source.feature} has no rank in app/feature-ranks.ts`
  return own! > other! ? undefined : offence(`${target.feature} does not rank below ${source.feature}`)
}

function placeOf(path: string): { layer: string; feature?: string } {
  if (path.startsWith('packages/')) return { layer: 'packages' }
  if (path.startsWith('apps/web/')) return { layer: 'web' }
  if (!path.startsWith(serverSource)) return { layer: 'tests' }
  const [layer, feature] = path.slice(serverSource.length).split('/')
  return layer === 'features' ? { layer, feature: feature! } : { layer: layer! }
}

/** Files for tests may reach everywhere; what runs may not reach them (unused-code check). */
function isTest(path: string): boolean {
  return /\.test\.ts$|\/testing\/|\/(test-[^/]+)\.ts$/.test(path)
}

const kyselyCalls = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^`]*>)?`/

function checkSql({ path, content }: SourceFile): string[] {
  const exempt = !path.startsWith(serverSource) || path.startsWith(`${serverSource}foundation/db/`)
  if (exempt || isTest(path) || path.endsWith('.sql.ts')) return []
  const line = content.split('\n').findIndex((text) => kyselyCalls.test(text))
  return line === -1 ? [] : [`${path}:${line + 1}: SQL belongs into a *.sql.ts file`]
}

function checkName(path: string): string[] {
  const vague = /(^|[/-])(utils?|helpers?|managers?|base)([/.]|$)/.test(path)
  return vague ? [`${path}: the name does not say what it does`] : []
}

/** Put together here, or this file would be an offender itself. */
const outsideFolder = ['..', 'shared'].join('/')
const packageHost = /https?:\/\/(registry|deb)\.[a-z]/

/** Nobody else has the folders beside this checkout or its package hosts. */
function checkMentions({ path, content }: SourceFile): string[] {
  const line = content.split('\n').findIndex((text) => text.includes(outsideFolder) || packageHost.test(text))
  return line === -1 ? [] : [`${path}:${line + 1}: mentions what users of the project do not have`]
}

function readSources(): SourceFile[] {
  const kinds = ['*.ts', '*.svelte', '*.js', '*.mjs', '*.md', '*.json', '*.yaml', '*.yml', '*.css', '*.html']
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...kinds])
  return list
    .toString()
    .split('\n')
    .filter((path) => path && existsSync(path))
    .map((path) => ({ path, content: readFileSync(path, 'utf8') }))
}

if (import.meta.main) {
  const sources = readSources()
  const offences = [...findOffences(sources, featureRanks), ...findUnusedDoors(sources, featureRanks)]
  for (const offence of offences) console.log(offence)
  process.exitCode = offences.length > 0 ? 1 : 0
}
