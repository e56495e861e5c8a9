import { z } from 'zod'

/** CSS values that an administrator gives the theme; null: the theme's own. */
export function themeCustomization() {
  return z.strictObject({
    primaryColor: z.string().nullable(),
    onPrimaryColor: z.string().nullable(),
    foregroundColor: z.string().nullable(),
    backgroundColor: z.string().nullable(),
    backgroundSecondaryColor: z.string().nullable(),
    menuForegroundColor: z.string().nullable(),
    menuBackgroundColor: z.string().nullable(),
    menuBorderRadius: z.string().nullable(),
    headerForegroundColor: z.string().nullable(),
    headerBackgroundColor: z.string().nullable(),
    inputBorderRadius: z.string().nullable(),
  })
}
