import { settingsByKey } from './setting-definitions.ts'
import { SettingsError } from './settings-error.ts'
import type { SettingLayer } from './read-config-files.ts'

/** Variables named like PeerTube's that no setting belongs to. */
const otherVariables = new Set(['PEERTUBE_LOCAL_CONFIG'])

/** `NODE_CONFIG`, `DATABASE_URL`, PeerTube's variables and `LOGGER_LEVEL`, weakest first. */
export function readEnvironment(env: NodeJS.ProcessEnv): { layers: SettingLayer[]; unknown: string[] } {
  const layers: SettingLayer[] = []
  if (env.NODE_CONFIG) layers.push({ source: 'NODE_CONFIG', values: parseNodeConfig(env.NODE_CONFIG) })
  if (env.DATABASE_URL)
    layers.push({ source: 'DATABASE_URL', values: { database: splitDatabaseUrl(env.DATABASE_URL) } })
  const known = new Set(otherVariables)
  for (const [key, { env: name, envFormat }] of settingsByKey) {
    if (name === undefined) continue
    known.add(name)
    const given = env[name]
    // An empty variable means "not set", as compose files write it.
    if (!given) continue
    layers.push({ source: name, values: { [key]: envFormat === 'json' ? parseLeniently(given) : given } })
  }
  if (env.LOGGER_LEVEL) layers.push({ source: 'LOGGER_LEVEL', values: { 'log.level': env.LOGGER_LEVEL } })
  const unknown = Object.keys(env).filter((name) => name.startsWith('PEERTUBE_') && !known.has(name))
  return { layers, unknown }
}

export const variableNames = [...settingsByKey.values()].flatMap(({ env }) => (env ? [env] : []))

function parseNodeConfig(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new SettingsError([{ source: 'NODE_CONFIG', message: `expected JSON: ${(cause as Error).message}` }])
  }
}

function parseLeniently(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function splitDatabaseUrl(text: string): Record<string, unknown> {
  const url = URL.parse(text)
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    const message = 'expected postgres://user:password@host:port/name'
    throw new SettingsError([{ key: 'DATABASE_URL', message }])
  }
  const sslMode = url.searchParams.get('sslmode')
  const given = {
    hostname: decodeURIComponent(url.hostname) || url.searchParams.get('host') || undefined,
    port: url.port || url.searchParams.get('port') || undefined,
    username: decodeURIComponent(url.username) || undefined,
    password: decodeURIComponent(url.password) || undefined,
    name: decodeURIComponent(url.pathname.slice(1)) || undefined,
    ssl: sslMode ? sslMode !== 'disable' : undefined,
    'ssl_settings.reject_unauthorized': sslMode ? sslMode.startsWith('verify') : undefined,
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}
