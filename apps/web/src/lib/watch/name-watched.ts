import type { Caption, WatchedVideo } from '#lib/api/types.ts'
import { labelNames } from '#lib/i18n/label-names.ts'

/** A video whose category, licence and language are called as the page calls them. */
export async function nameVideo<Video extends Pick<WatchedVideo, 'category' | 'licence' | 'language'>>(
  video: Video,
  locale: string,
): Promise<Video> {
  const name = await labelNames(locale)
  const { category, licence, language } = video
  return {
    ...video,
    category: { ...category, label: name('category', category.id, category.label) },
    licence: { ...licence, label: name('licence', licence.id, licence.label) },
    language: { ...language, label: name('language', language.id, language.label) },
  }
}

export async function nameCaptions(captions: Caption[], locale: string): Promise<Caption[]> {
  const name = await labelNames(locale)
  return captions.map((caption) => {
    const { id, label } = caption.language
    return { ...caption, language: { id, label: name('language', id, label) } }
  })
}
