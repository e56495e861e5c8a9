import { getContext, setContext } from 'svelte'
import { refreshAll } from '$app/navigation'
import { ApiProblem } from '@sepiola/api-client/api-problem.ts'
import {
  getCategories,
  getConfig,
  getCustomConfig,
  getCustomConfigSources,
  getLanguages,
  getLicences,
  putCustomConfig,
} from '@sepiola/api-client/endpoints.ts'
import type { Answer, CallOptions } from '@sepiola/api-client/endpoint.ts'
import { call } from '#lib/api/call.ts'
import { nameLabels } from '#lib/i18n/label-names.ts'
import { valueAt } from '#lib/ui/form/value-at.ts'
import { conflictsOf, withValues, type Values } from './custom-config.ts'
import type { CustomConfig, SettingPath } from './setting-table.ts'

/** Somebody else has changed what is about to be replaced; values by path. */
export class SettingsConflict extends Error {
  readonly now: Values

  constructor(now: Values) {
    super('The settings were changed meanwhile')
    this.now = now
  }
}

interface Given {
  source: string
  value?: unknown
}

/** The editable settings of the server, what is known around them, and their way back to it. */
export class ServerSettings {
  config: CustomConfig | undefined = $state.raw()
  /** Where files and environment give a setting. */
  given: ReadonlyMap<string, Given> = $state.raw(new Map())
  /** What everybody may know. */
  public: Answer<'getConfig'> | undefined = $state.raw()
  languages: Readonly<Record<string, string>> = $state.raw({})
  categories: Readonly<Record<string, string>> = $state.raw({})
  licences: Readonly<Record<string, string>> = $state.raw({})

  async load(): Promise<void> {
    const [config, sources, everybody, languages, categories, licences] = await Promise.all([
      call(getCustomConfig),
      call(getCustomConfigSources),
      call(getConfig),
      call(getLanguages),
      call(getCategories),
      call(getLicences),
    ])
    this.given = new Map(sources.settings.map(({ path, ...given }) => [path, given]))
    this.public = everybody
    const locale = document.documentElement.lang
    ;[this.languages, this.categories, this.licences] = await Promise.all([
      nameLabels('language', languages, locale),
      nameLabels('category', categories, locale),
      nameLabels('licence', licences, locale),
    ])
    this.config = config
  }

  /** Whether this server lets its settings be changed here. */
  get editable(): boolean {
    return this.public?.webadmin.configuration.edition.allowed ?? false
  }

  /**
   * Stores these values and nothing else: everything is read again first. Rejects with a `SettingsConflict` where
   * somebody else changed one of them since it was shown.
   */
  async save(wanted: Values, shown: Values): Promise<void> {
    const fresh = await call(getCustomConfig)
    const conflicts = conflictsOf(fresh, shown, wanted)
    if (conflicts.length) {
      this.config = fresh
      throw new SettingsConflict(Object.fromEntries(conflicts.map((path) => [path, valueAt(fresh, path)])) as Values)
    }
    // The server answers what may be sent back to it.
    const body = withValues(fresh, wanted) as CallOptions<'putCustomConfig'>['body']
    this.config = await call(putCustomConfig, { body })
    // Its name, logo and colours are on this page, too.
    await refreshAll()
  }
}

/** As `save`, with a conflict told in these words: saving again replaces what was changed meanwhile. */
export async function saveOrTell(settings: ServerSettings, wanted: Values, shown: Values, text: string): Promise<void> {
  try {
    await settings.save(wanted, shown)
  } catch (problem) {
    if (!(problem instanceof SettingsConflict)) throw problem
    throw new ApiProblem(new Response(null, { status: 409 }), { detail: text }, '')
  }
}

/** As the server would refuse single fields: it is shown at them. */
export function refusedFields(texts: Partial<Record<SettingPath, string>>): ApiProblem {
  const params = Object.entries(texts).map(([path, msg]) => [path, { path, msg }])
  return new ApiProblem(new Response(null, { status: 409 }), { 'invalid-params': Object.fromEntries(params) }, '')
}

const key = Symbol('server settings')
export const provideServerSettings = (settings: ServerSettings): ServerSettings => setContext(key, settings)
export const useServerSettings = (): ServerSettings => getContext(key)
