import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileRules } from '@sepiola/contract/limits.ts'
import { toWebVtt } from '#features/captions/public.ts'
import { captionLanguages } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { runYtDlp } from './yt-dlp.ts'

/** ms */
const timeout = 300_000

/** Captions that came with a video, by language: those that can be read and whose language this server knows. */
export async function fetchSubtitles(
  ctx: Context,
  url: string,
  { languages, signal }: { languages: readonly string[]; signal: AbortSignal },
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const wanted = languages.filter((language) => knownLanguage(language) !== undefined)
  if (wanted.length === 0) return found
  await ctx.storage.withTemporaryFolder(async (folder) => {
    const output = ['--output', join(folder, 'subtitle.%(ext)s')]
    const args = ['--skip-download', '--write-subs', '--sub-langs', wanted.join(','), '--sub-format', 'vtt/srt/best']
    await runYtDlp(ctx, { url, args: [...args, '--convert-subs', 'vtt', ...output], folder, signal, timeout })
    for (const name of await readdir(folder)) {
      const language = knownLanguage(/^subtitle\.([A-Za-z0-9-]+)\.vtt$/.exec(name)?.[1] ?? '')
      const path = join(folder, name)
      if (language === undefined || found.has(language) || (await stat(path)).size > fileRules.caption.maxSize) continue
      const vtt = toWebVtt(await readFile(path))
      if (vtt !== undefined) found.set(language, vtt)
    }
  })
  return found
}

/** `en-US` → `en` where only that is known. */
function knownLanguage(code: string): string | undefined {
  return [code, code.split('-')[0]!].find((each) => Object.hasOwn(captionLanguages(), each))
}
