import type { Picture } from '#lib/api/types.ts'

/** Texts of `GET /config/about` that are written in Markdown. */
const written = [
  ...(['description', 'terms', 'codeOfConduct', 'moderationInformation', 'hardwareInformation'] as const),
  ...(['creationReason', 'administrator', 'maintenanceLifetime', 'businessModel'] as const),
] as const
export type AboutText = (typeof written)[number]

interface AboutFacts {
  languages: string[]
  categories: number[]
  banners: Picture[]
  avatars: Picture[]
}

/** As the API says it. */
export type AboutSource = AboutFacts & Partial<Record<AboutText, string>>

/** Trusted HTML by text. */
export type About = AboutFacts & { html: Record<AboutText, string> }

/** `render` makes trusted HTML of Markdown. */
export function renderAbout(source: AboutSource, render: (text: string) => string): About {
  const { languages, categories, banners, avatars } = source
  const html = Object.fromEntries(written.map((name) => [name, source[name] ? render(source[name]) : '']))
  return { languages, categories, banners, avatars, html: html as Record<AboutText, string> }
}
