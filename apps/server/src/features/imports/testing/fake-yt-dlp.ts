import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Context } from '#foundation/context.ts'

/** What a program of that command line does, as far as we use it; what the sites are is in a table. */
export interface FakeSite {
  /** Answer to `--dump-single-json`. */
  info?: object
  /** The same for a list. */
  list?: object
  /** What it says when it fails. */
  error?: string
  /** Address of the file that it fetches. */
  file?: string
  /** Captions by language. */
  subtitles?: Record<string, string>
  /** Seconds until it goes on. */
  wait?: number
}

/**
 * Puts a program into the storage's `bin` folder that speaks yt-dlp's command line for these addresses. It fetches
 * through the proxy that it is given.
 */
export async function installFakeYtDlp(ctx: Context, sites: Record<string, FakeSite>): Promise<void> {
  const path = ctx.storage.localPath('bin', ctx.settings.current.import.videos.http.youtube_dl_release.name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `#!${process.execPath}\n;(${program.toString()})(${JSON.stringify(sites)})\n`)
  await chmod(path, 0o755)
}

/** Runs by itself: it sees nothing of this module. */
async function program(sites: Record<string, FakeSite>): Promise<void> {
  const { writeFileSync } = process.getBuiltinModule('node:fs')
  const { get } = process.getBuiltinModule('node:http')
  const args = process.argv.slice(2)
  const option = (name: string) => args[args.lastIndexOf(name) + 1]!
  const fail = (message: string) => {
    process.stderr.write(`WARNING: something\nERROR: ${message} (caused by X); please report this issue\n`)
    process.exit(1)
  }
  const site = sites[args.at(-1)!]
  if (!site || site.error) return fail(site?.error ?? '[generic] Unable to download webpage: HTTP Error 404')
  if (site.wait) await new Promise((done) => setTimeout(done, site.wait! * 1000))
  if (args.includes('--dump-single-json')) {
    const answer = args.includes('--flat-playlist') ? site.list : site.info
    return void process.stdout.write(JSON.stringify(answer ?? {}))
  }
  const output = (extension: string) => option('--output').replace('%(ext)s', extension)
  if (args.includes('--write-subs')) {
    for (const language of option('--sub-langs').split(',')) {
      writeFileSync(output(`${language}.vtt`), site.subtitles?.[language] ?? '')
    }
    return
  }
  const proxy = new URL(option('--proxy'))
  const authorization = `Basic ${Buffer.from(`${proxy.username}:${proxy.password}`).toString('base64')}`
  const headers = { 'proxy-authorization': authorization }
  get({ host: proxy.hostname, port: proxy.port, path: site.file, headers }, (answer) => {
    if (answer.statusCode !== 200) fail(`HTTP Error ${answer.statusCode}`)
    const chunks: Buffer[] = []
    answer.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      const downloaded = { downloaded_bytes: Buffer.concat(chunks).length, total_bytes: 1e6 }
      process.stdout.write(`sepiola-progress ${JSON.stringify(downloaded)}\n`)
    })
    answer.on('end', () => writeFileSync(output('mp4'), Buffer.concat(chunks)))
  })
}
