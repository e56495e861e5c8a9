import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { date } from './common.ts'

export const Plugin = define(() =>
  z.strictObject({
    name: z.string(),
    type: z.int(),
    latestVersion: z.string().nullable(),
    version: z.string(),
    enabled: z.boolean(),
    uninstalled: z.boolean(),
    peertubeEngine: z.string(),
    description: z.string().nullable(),
    homepage: z.string().nullable(),
    settings: z.record(z.string(), z.unknown()).nullable(),
    createdAt: date(),
    updatedAt: date(),
  }),
)
export type Plugin = Infer<typeof Plugin>

export const PublicServerSetting = define(() =>
  z.strictObject({
    publicSettings: SettingEntries(),
  }),
)
export type PublicServerSetting = Infer<typeof PublicServerSetting>

export const SettingEntries = define(() => z.record(z.string(), SettingValue()))
export type SettingEntries = Infer<typeof SettingEntries>

export const SettingValue = define(() => z.union([z.string(), z.boolean()]))
export type SettingValue = Infer<typeof SettingValue>

export const RegisteredServerSettings = define(() =>
  z.strictObject({
    registeredSettings: z.array(RegisterServerSettingOptions()),
  }),
)
export type RegisteredServerSettings = Infer<typeof RegisteredServerSettings>

export const RegisterServerSettingOptions = define(() =>
  z.strictObject({
    name: z.string().optional(),
    label: z.string().optional(),
    type: z.enum([
      'input',
      'input-checkbox',
      'input-password',
      'input-textarea',
      'markdown-text',
      'markdown-enhanced',
      'select',
      'html',
    ]),
    options: z
      .array(
        z.strictObject({
          value: z.string(),
          label: z.string(),
        }),
      )
      .optional(),
    html: z.string().optional(),
    descriptionHTML: z.string().optional(),
    default: z.union([z.string(), z.boolean()]).optional(),
    hidden: z.record(z.string(), z.unknown()).optional(),
    error: z.record(z.string(), z.unknown()).optional(),
    private: z.boolean(),
  }),
)
export type RegisterServerSettingOptions = Infer<typeof RegisterServerSettingOptions>

export const PluginTranslation = define(() => z.record(z.string(), z.record(z.string(), z.string())))
export type PluginTranslation = Infer<typeof PluginTranslation>

export const PluginTranslationPathsJSON = define(() => z.record(z.string(), z.string()))
export type PluginTranslationPathsJSON = Infer<typeof PluginTranslationPathsJSON>

export const PeertubePluginIndexList = define(() =>
  z.strictObject({
    start: z.number(),
    count: z.number(),
    sort: z.string(),
    pluginType: z.int().optional(),
    currentPeerTubeEngine: z.string().optional(),
    search: z.string().optional(),
  }),
)
export type PeertubePluginIndexList = Infer<typeof PeertubePluginIndexList>

export const PeerTubePluginIndex = define(() =>
  z.strictObject({
    npmName: z.string(),
    description: z.string(),
    homepage: z.string(),
    createdAt: date(),
    updatedAt: date(),
    popularity: z.number(),
    latestVersion: z.string(),
    official: z.boolean(),
    recommended: z.boolean(),
    name: z.string().optional(),
    installed: z.boolean().optional(),
  }),
)
export type PeerTubePluginIndex = Infer<typeof PeerTubePluginIndex>

export const PeertubePluginLatestVersionRequest = define(() =>
  z.strictObject({
    currentPeerTubeEngine: z.string().optional(),
    npmNames: z.array(z.string()),
  }),
)
export type PeertubePluginLatestVersionRequest = Infer<typeof PeertubePluginLatestVersionRequest>

export const PeertubePluginLatestVersionResponse = define(() =>
  z.array(
    z.strictObject({
      npmName: z.string(),
      latestVersion: z.string().nullable(),
    }),
  ),
)
export type PeertubePluginLatestVersionResponse = Infer<typeof PeertubePluginLatestVersionResponse>

export const JoinPeerTubeVersions = define(() =>
  z.strictObject({
    peertube: z.strictObject({
      latestVersion: z.string(),
    }),
  }),
)
export type JoinPeerTubeVersions = Infer<typeof JoinPeerTubeVersions>
