import { z } from 'zod'
import { isInterfaceLocale } from '@sepiola/contract/interface-locales.ts'
import { nsfwPolicies } from '@sepiola/contract/enums.ts'
import { limits } from '@sepiola/contract/limits.ts'
import { define } from '@sepiola/contract/operation.ts'
import { haveCommonFlag, updateMe, updateNotificationSettings } from '#features/account-settings/public.ts'
import { findMyUser, isUserTheme } from '#features/users/public.ts'
import { bringInEach, type BringIn } from '../bring-in.ts'

const bits = () =>
  z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .optional()

const item = define(() =>
  z
    .object({
      nsfwPolicy: z.enum(nsfwPolicies).optional(),
      nsfwFlagsDisplayed: bits(),
      nsfwFlagsHidden: bits(),
      nsfwFlagsWarned: bits(),
      nsfwFlagsBlurred: bits(),
      autoPlayVideo: z.boolean().optional(),
      autoPlayNextVideo: z.boolean().optional(),
      autoPlayNextVideoPlaylist: z.boolean().optional(),
      p2pEnabled: z.boolean().optional(),
      videosHistoryEnabled: z.boolean().optional(),
      videoLanguages: z.array(z.string().min(1).max(10)).max(limits.videoLanguages.max).nullish(),
      language: z.string().nullish(),
      theme: z.string().optional(),
      notificationSettings: z.record(z.string(), z.unknown()).optional(),
    })
    .refine((settings) => !haveCommonFlag(settings), 'One kind of content is treated in two ways.'),
)

/** Never the address: who holds an archive must not get at the account of it. */
export const bringInUserSettings: BringIn = async (run, tell) => {
  const { ctx, viewer, archive } = run
  const found = await archive.json('peertube/user-settings.json')
  const items = found === undefined ? [] : [found]
  return bringInEach(run, { kind: 'userSettings', items, schema: item(), tell }, async (settings) => {
    const { notificationSettings = {}, theme, language, ...same } = settings
    const change = {
      ...same,
      ...(theme !== undefined && isUserTheme(theme) && { theme }),
      ...((language === null || (language !== undefined && isInterfaceLocale(language))) && { language }),
    }
    const before = (await findMyUser(ctx.db, viewer.userId))!
    const notifications: Record<string, number> = {}
    for (const name of Object.keys(before.notificationSettings)) {
      const value = notificationSettings[name]
      if (typeof value === 'number' && [0, 1, 2, 3].includes(value)) notifications[name] = value
    }
    if (isContained(change, before) && isContained(notifications, before.notificationSettings)) return 'duplicates'
    await updateMe(ctx, viewer, change)
    if (Object.keys(notifications).length > 0) {
      await updateNotificationSettings(ctx.db, viewer.userId, notifications, ctx.clock.now())
    }
    return 'success'
  })
}

function isContained(wanted: object, all: object): boolean {
  const current = all as Record<string, unknown>
  return Object.entries(wanted).every(
    ([name, value]) => value === undefined || JSON.stringify(current[name]) === JSON.stringify(value),
  )
}
