import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, Frame, Locator, Page } from 'playwright-core'
import { signIn, until, uploadVideo, type Api, type UploadedVideo } from '../support/api.ts'
import { hydrated, launchBrowser, openPage } from '../support/browser.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, startRealServer, type RealServer } from '../support/real-server.ts'
import { runSql } from '../support/run-sql.ts'

/** What a site loads: the published library as it is, a script for browsers. */
const library = join(dirname(createRequire(import.meta.url).resolve('@peertube/embed-api')), '../build/player.min.js')

/** As the site's own script sees it (spec 09 §11). */
interface RemotePlayer {
  ready: Promise<void>
  destroy(): void
  addEventListener(name: string, handler: (value: unknown) => void): boolean
  removeEventListener(name: string, handler: (value: unknown) => void): boolean
  [method: string]: any
}

const secret = 'open sesame'

describe('the published library @peertube/embed-api on a page of another site', () => {
  let server: RealServer
  let clips: Clips
  let browser: Browser
  let page: Page
  let faults: string[]
  let site: Server
  let siteUrl: string
  let bay: UploadedVideo
  let cove: UploadedVideo
  let hidden: UploadedVideo
  let storm: UploadedVideo
  let playlist: string
  let twice: string

  before(async () => {
    clips = await createClips()
    const resolutions = { '240p': true, '360p': true, '480p': false, '720p': false, '1080p': false }
    server = await startRealServer({
      settings: { transcoding: { enabled: true, hls: { enabled: true }, web_videos: { enabled: false }, resolutions } },
    })
    const api = await signIn(server.url)
    bay = await uploadVideo(api, await clips.make('bay.mp4', { duration: 8 }), { name: 'Bay' })
    cove = await uploadVideo(api, await clips.make('cove.mp4', { duration: 3 }), { name: 'Cove' })
    const lock = { name: 'Hidden', privacy: '5', 'videoPasswords[0]': secret }
    hidden = await uploadVideo(api, await clips.make('hidden.mp4', { duration: 3 }), lock)
    const rough = { name: 'Storm', nsfw: 'true', nsfwFlags: '1', nsfwSummary: 'People shout.' }
    storm = await uploadVideo(api, await clips.make('storm.mp4', { duration: 3 }), rough)
    for (const language of ['en', 'fr']) {
      await runSql(
        server.data,
        `INSERT INTO "videoCaption" (language, filename, "automaticallyGenerated", cached, "videoId", "createdAt", "updatedAt")
         VALUES ('${language}', '${language}.vtt', false, false, ${bay.id}, now(), now())`,
      )
    }
    playlist = await makePlaylist(api, [bay, hidden, cove])
    twice = await makePlaylist(api, [cove, cove])
    for (const { id } of [bay, cove, hidden, storm]) await until('a ladder', async () => await isTranscoded(api, id))

    const script = await readFile(library)
    site = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url!, 'http://site')
      if (pathname === '/player.min.js') return response.setHeader('content-type', 'text/javascript').end(script)
      const frames = searchParams.getAll('embed').map(
        (address) => `<iframe width="560" height="315" allow="autoplay; fullscreen"
          sandbox="allow-same-origin allow-scripts allow-popups allow-forms" src="${server.url}${address}"></iframe>`,
      )
      const body = `<!doctype html><title>A site</title><script src="/player.min.js"></script>${frames.join('')}`
      return response.setHeader('content-type', 'text/html').end(body)
    }).listen(0)
    siteUrl = `http://localhost:${(site.address() as AddressInfo).port}`

    browser = await launchBrowser()
    ;({ page, faults } = await openPage(browser))
    await page.route('**/lazy-static/video-captions/*.vtt', (route) =>
      route.fulfill({ contentType: 'text/vtt', body: 'WEBVTT\n\n00:00.000 --> 00:30.000\nWaves\n' }),
    )
  })

  after(async () => {
    await browser?.close()
    site?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await clips?.remove()
  })

  async function isTranscoded(api: Api, id: number): Promise<boolean> {
    const { state, streamingPlaylists } = await api.get(`/api/v1/videos/${id}`)
    return state.id === 1 && streamingPlaylists[0]?.files.length === 2
  }

  async function makePlaylist(api: Api, videos: readonly UploadedVideo[]): Promise<string> {
    const send = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await api.send('POST', path, { headers, body: JSON.stringify(body) })
      assert.equal(answer.status, 200, await answer.clone().text())
      return answer.json() as Promise<any>
    }
    const wish = { displayName: 'Shores', privacy: 1, videoChannelId: await api.channelId() }
    const { videoPlaylist } = await send('/api/v1/video-playlists', wish)
    for (const { id } of videos) await send(`/api/v1/video-playlists/${videoPlaylist.id}/videos`, { videoId: id })
    return videoPlaylist.shortUUID as string
  }

  /** A page with these embeds; the site's script has not looked at them yet. */
  async function openSite(...embeds: string[]): Promise<Frame[]> {
    const query = new URLSearchParams(embeds.map((embed) => ['embed', embed]))
    await page.goto(`${siteUrl}/?${query.toString()}`, { waitUntil: 'commit' })
    await page.waitForFunction((count) => document.querySelectorAll('iframe').length === count, embeds.length)
    await until('frames', async () => page.frames().length === embeds.length + 1)
    return page.frames().slice(1)
  }

  /** Makes the library's player of a frame, with what it says kept in `heard`. */
  async function connect(index = 0, scope?: string): Promise<void> {
    await page.evaluate(
      ([index, scope]) => {
        const site = window as any
        const player: RemotePlayer = new site.PeerTubePlayer(
          document.querySelectorAll('iframe')[index as number],
          scope,
        )
        site.players ??= []
        site.players[index as number] = player
        site.heard ??= []
        const heard: Record<string, unknown[]> = (site.heard[index as number] = {})
        for (const name of ['playbackStatusUpdate', 'playbackStatusChange', 'resolutionUpdate', 'volumeChange']) {
          heard[name] = []
          player.addEventListener(name, (value) => heard[name]!.push(value))
        }
      },
      [index, scope] as const,
    )
  }

  const whenReady = (index = 0) =>
    page.evaluate((index) => (window as any).players[index].ready as Promise<void>, index)
  const tell = <T = unknown>(method: string, value?: unknown, index = 0): Promise<T> =>
    page.evaluate(([method, value, index]) => (window as any).players[index as number][method as string](value), [
      method,
      value,
      index,
    ] as const) as Promise<T>
  const heard = <T = unknown>(name: string, index = 0): Promise<T[]> =>
    page.evaluate(([name, index]) => (window as any).heard[index as number][name as string], [name, index] as const)
  const ask = (what: string, check: () => Promise<unknown>) => until(what, async () => Boolean(await check()), 20_000)

  describe('with a video', () => {
    let frame: Frame

    before(async () => {
      ;[frame] = (await openSite(`/videos/embed/${bay.shortUUID}?api=1`)) as [Frame]
      await connect()
      await whenReady()
    })

    const media = <T>(read: (element: HTMLVideoElement) => T) => frame.locator('video').evaluate(read)

    test('plays, says so, and pauses', async () => {
      assert.equal(await tell('isPlaying'), false)
      const [first] = await until('a report', async () => {
        const reports = await heard<any>('playbackStatusUpdate')
        return reports.length > 0 && reports
      })
      assert.deepEqual([first.playbackState, first.position], ['unstarted', 0])
      await tell('play')
      await ask('it plays', () => tell('isPlaying'))
      await ask('time passes', async () => (await tell<number>('getCurrentTime')) > 0.3)
      assert.equal(await media(({ paused }) => paused), false)
      await tell('pause')
      await ask('it stands', async () => !(await tell('isPlaying')))
      assert.deepEqual(await heard('playbackStatusChange'), ['playing', 'paused'])
      await ask('a report of that', async () => {
        const last = (await heard<any>('playbackStatusUpdate')).at(-1)
        return (
          last.playbackState === 'paused' && last.position > 0.3 && Math.round(last.duration) === 8 && last.volume === 1
        )
      })
    })

    test('goes to a place and stays as it was', async () => {
      await tell('seek', 5)
      await ask('the place', async () => Math.abs((await tell<number>('getCurrentTime')) - 5) < 0.5)
      assert.equal(await tell('isPlaying'), false)
    })

    test('tells and sets the volume', async () => {
      assert.equal(await tell('getVolume'), 1)
      await tell('setVolume', 0.25)
      assert.equal(await tell('getVolume'), 0.25)
      assert.equal(await media(({ volume }) => volume), 0.25)
      await ask('the news', async () => (await heard('volumeChange')).at(-1) === 0.25)
      await tell('setVolume', 7)
      assert.equal(await tell('getVolume'), 1)
    })

    test('tells and sets the speed', async () => {
      assert.deepEqual(await tell('getPlaybackRates'), [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3])
      assert.equal(await tell('getPlaybackRate'), 1)
      await tell('setPlaybackRate', 1.5)
      assert.equal(await tell('getPlaybackRate'), 1.5)
      assert.equal(await media(({ playbackRate }) => playbackRate), 1.5)
      await tell('setPlaybackRate', 1)
    })

    test('tells and sets the captions', async () => {
      const modes = async () => (await tell<any[]>('getCaptions')).map(({ id, mode }) => [id, mode])
      const [english] = await tell<any[]>('getCaptions')
      assert.deepEqual(
        { ...english, src: new URL(english.src).pathname },
        { id: 'en', label: 'English', src: '/lazy-static/video-captions/en.vtt', mode: 'disabled' },
      )
      await tell('setCaption', 'fr')
      assert.deepEqual(await modes(), [
        ['en', 'disabled'],
        ['fr', 'showing'],
      ])
      const shown = () =>
        media(({ textTracks }) =>
          [...textTracks].filter(({ mode }) => mode === 'showing').map(({ language }) => language),
        )
      await ask('them on the picture', async () => (await shown()).includes('fr'))
      await tell('setCaption', 'nobody speaks this')
      assert.ok((await modes()).every(([, mode]) => mode === 'disabled'))
    })

    test('tells and sets the quality', async () => {
      const resolutions = () => tell<{ id: number; label: string; height: number; active: boolean }[]>('getResolutions')
      const [automatic, ...fixed] = await resolutions()
      assert.deepEqual([automatic!.id, automatic!.label, automatic!.active], [-1, 'Auto', true])
      assert.deepEqual(
        fixed.map(({ label, height, active }) => [label, height, active]),
        [
          ['360p', 360, false],
          ['240p', 240, false],
        ],
      )
      await tell('setResolution', fixed[1]!.id)
      const active = async () => (await resolutions()).find((resolution) => resolution.active)?.label
      await ask('that one', async () => (await active()) === '240p')
      await tell('seek', 0)
      await tell('play')
      await ask('its picture', () => media(({ videoHeight }) => videoHeight === 240))
      await tell('pause')
      await ask('the news', async () =>
        (await heard<any[]>('resolutionUpdate')).at(-1)?.some((one) => one.label === '240p' && one.active),
      )
      await tell('setResolution', -1)
      await ask('the automatic one', async () => (await active()) === 'Auto')
    })

    test('gives the picture', async () => {
      const address = await tell<string>('getImageDataUrl')
      assert.match(address, /^data:image\/jpeg;base64,/)
      const size = await page.evaluate(async (address) => {
        const image = new Image()
        image.src = address
        await image.decode()
        return [image.naturalWidth, image.naturalHeight]
      }, address)
      assert.ok(size[0]! >= 320 && size[1]! >= 180, String(size))
    })

    test('says that it has ended, and plays again', async () => {
      await tell('seek', 7.6)
      await tell('play')
      await ask('the end', async () => (await heard('playbackStatusChange')).at(-1) === 'ended')
      await ask(
        'a report of it',
        async () => (await heard<any>('playbackStatusUpdate')).at(-1).playbackState === 'ended',
      )
      await tell('play')
      await ask('the beginning', async () => (await tell('isPlaying')) && (await tell<number>('getCurrentTime')) < 4)
      await tell('pause')
    })

    test('what belongs to playlists does nothing', async () => {
      await tell('playNextVideo')
      await tell('playPreviousVideo')
      assert.equal(await tell('getCurrentPosition'), 1)
    })

    test('tells the name of a failure, and answers only its own scope', async () => {
      await assert.rejects(tell('seek', 'nowhere'), /TypeError/)
      const answers = await page.evaluate(async () => {
        const { contentWindow } = document.querySelector('iframe')!
        const heard: any[] = []
        addEventListener('message', ({ source, data }) => {
          if (source === contentWindow && typeof data === 'string' && 'id' in JSON.parse(data))
            heard.push(JSON.parse(data))
        })
        for (const text of ['{', '[]', 'null', '{"id":9,"method":"others::isReady"}'])
          contentWindow!.postMessage(text, '*')
        contentWindow!.postMessage({ id: 10, method: 'peertube::isReady' }, '*')
        contentWindow!.postMessage('{"id":11,"method":"peertube::nonsense"}', '*')
        contentWindow!.postMessage('{"id":12,"method":"peertube::toString"}', '*')
        contentWindow!.postMessage('{"id":13,"method":"peertube::isReady"}', '*')
        while (heard.length < 3) await new Promise((resolve) => setTimeout(resolve, 20))
        return heard
      })
      assert.deepEqual(
        answers.map(({ id, error, result }) => [id, error ?? result]),
        [
          [11, 'method_not_found'],
          [12, 'method_not_found'],
          [13, true],
        ],
      )
    })

    test('takes a listener back, and its frame out of the page', async () => {
      const count = await page.evaluate(() => {
        const player: RemotePlayer = (window as any).players[0]
        const listener = () => {}
        return [
          player.addEventListener('volumeChange', listener),
          player.removeEventListener('volumeChange', listener),
          player.removeEventListener('volumeChange', listener),
        ]
      })
      assert.deepEqual(count.slice(0, 2), [true, true])
      await page.evaluate(() => (window as any).players[0].destroy())
      assert.equal(await page.locator('iframe').count(), 0)
    })
  })

  test('who comes late is heard, too', async () => {
    const [frame] = await openSite(`/videos/embed/${cove.shortUUID}?api=1`)
    await frame!.locator('media-controller').hover()
    await frame!.locator('media-control-bar').waitFor({ state: 'attached' })
    await page.waitForTimeout(700)
    await connect()
    await whenReady()
    assert.equal(
      Math.round((await until('a report', async () => (await heard<any>('playbackStatusUpdate'))[0])).duration),
      3,
    )
  })

  test('what is asked before anything can play is done then', async () => {
    await openSite(`/videos/embed/${cove.shortUUID}?api=1`)
    await connect()
    const [volume, playing] = await page.evaluate(async () => {
      const player: RemotePlayer = (window as any).players[0]
      void player['setVolume'](0.5)
      return Promise.all([player['getVolume'](), player['isPlaying']()])
    })
    assert.deepEqual([volume, playing], [0.5, false])
  })

  test('two players on one page, each with a scope of its own', async () => {
    await openSite(
      `/videos/embed/${bay.shortUUID}?api=1&scope=left`,
      `/videos/embed/${cove.shortUUID}?api=1&scope=right`,
    )
    await Promise.all([connect(0, 'left'), connect(1, 'right')])
    await Promise.all([whenReady(0), whenReady(1)])
    await tell('setVolume', 0, 1)
    await tell('play', undefined, 1)
    await ask('the right one plays', () => tell('isPlaying', undefined, 1))
    assert.equal(await tell('isPlaying', undefined, 0), false)
    assert.deepEqual(await heard('playbackStatusChange', 0), [])
  })

  describe('without a site that plays it', () => {
    /** The embed alone, with these parameters, with somebody near who makes its controls appear. */
    async function openEmbed(query: string): Promise<void> {
      await page.goto(`${server.url}/videos/embed/${bay.shortUUID}?${query}`)
      await page.locator('video:not([controls])').waitFor()
      await page.mouse.move(1, 1)
      await page.locator('video').hover({ force: true, position: { x: 60, y: 60 } })
    }

    const title = () => page.locator('p', { hasText: 'Bay' })
    const link = () => page.getByRole('link', { name: /^Watch on / })
    const bar = () => page.locator('media-control-bar')
    const bigPlay = () => page.locator('media-controller > button.big')
    const style = (locator: Locator, name: string) =>
      locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name)

    test('shows title, link and controls, and takes away what its address says', async () => {
      await openEmbed('')
      await bar().waitFor()
      for (const part of [title(), link(), bigPlay()]) assert.equal(await part.isVisible(), true)

      await openEmbed('title=0&peertubeLink=0')
      await bar().waitFor()
      assert.deepEqual([await title().count(), await link().count()], [0, 0])

      await openEmbed('controlBar=0')
      await bigPlay().waitFor()
      assert.deepEqual([await bar().count(), await title().count()], [0, 1])

      await openEmbed('controls=0')
      assert.deepEqual([await bar().count(), await bigPlay().count(), await title().count()], [0, 0, 0])
    })

    test('has the colours of its address, and its own where that says none', async () => {
      await openEmbed('bigPlayBackgroundColor=rgb(1%2C2%2C3)&foregroundColor=%23fa0')
      await bar().waitFor()
      assert.equal(await style(bigPlay(), 'background-color'), 'rgb(1, 2, 3)')
      for (const part of [bigPlay(), bar(), page.getByRole('button', { name: 'Settings' })]) {
        assert.equal(await style(part, 'color'), 'rgb(255, 170, 0)')
      }

      await openEmbed('bigPlayBackgroundColor=url(//evil.example/x)&foregroundColor=red%3B--text%3Ared')
      await bar().waitFor()
      assert.equal(await style(bigPlay(), 'background-color'), 'rgba(16, 10, 28, 0.72)')
      assert.equal(await style(bar(), 'color'), 'rgb(255, 255, 255)')
      assert.ok(!(await page.content()).includes('--text:red'))
    })

    test('plays HLS, or the files as they are', async () => {
      const played = async (query: string) => {
        await openEmbed(query)
        await bigPlay().click()
        await ask('it plays', () => page.locator('video').evaluate((media: HTMLVideoElement) => media.currentTime > 0))
        return page.locator('video').evaluate((media: HTMLVideoElement) => media.currentSrc)
      }
      assert.match(await played('mode=p2p-media-loader'), /^blob:/)
      assert.match(await played('mode=web-video'), /\.mp4$/)
    })

    test('has the look of its address, else the one chosen for the video', async () => {
      const settings = page.getByRole('button', { name: 'Settings' })
      const look = async (query: string) => {
        await openEmbed(query)
        await bar().waitFor()
        return style(settings, 'border-start-start-radius')
      }
      const [round, flat] = [await look('playerTheme=lucide'), await look('playerTheme=galaxy')]
      assert.equal(flat, '4px')
      assert.notEqual(round, flat)
      assert.deepEqual([await look(''), await look('playerTheme=nonsense')], [round, round])

      const api = await signIn(server.url)
      const choose = (theme: string) =>
        api.send('PUT', `/api/v1/player-settings/videos/${bay.uuid}`, {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ theme }),
        })
      assert.equal((await choose('galaxy')).status, 200)
      assert.deepEqual([await look(''), await look('playerTheme=lucide')], [flat, round])
      assert.equal((await choose('channel-default')).status, 200)
    })

    test('its link leads to the place that was reached', async () => {
      await openEmbed('start=4')
      await bigPlay().click()
      await ask('it plays', () => page.locator('video').evaluate((media: HTMLVideoElement) => media.currentTime > 4.1))
      const [opened] = await Promise.all([page.context().waitForEvent('page'), link().click()])
      const { pathname, searchParams } = new URL(opened.url())
      assert.deepEqual([pathname, searchParams.get('start')], [`/w/${bay.shortUUID}`, '4s'])
      await opened.close()
      assert.equal(await page.locator('video').evaluate((media: HTMLVideoElement) => media.paused), true)
    })

    test('warns of other viewers never: it asks them for nothing', async () => {
      for (const query of ['warningTitle=1&p2p=1', 'warningTitle=0&p2p=0']) {
        await openEmbed(query)
        await bar().waitFor()
        assert.equal(await page.getByText(/P2P|IP address|other viewers/i).count(), 0)
      }
    })
  })

  test('a video whose files go while it plays: what was loaded is played, then it is said', async () => {
    const { page: own } = await openPage(browser)
    let gone = false
    await own.route('**/static/streaming-playlists/**/*.mp4', (route) => {
      // Ranges of one file: the first fragments arrive.
      const from = Number(/bytes=(\d+)/.exec(route.request().headers()['range'] ?? '')?.[1] ?? 0)
      gone ||= from > 60_000
      return gone ? route.fulfill({ status: 404 }) : route.continue()
    })
    await own.goto(`${server.url}/videos/embed/${bay.shortUUID}`)
    const notice = own.getByRole('alert').filter({ hasText: 'The file of this video is missing on the server.' })
    await own.getByRole('button', { name: 'Play', exact: true }).first().click()
    await until('the cause', async () => (await notice.count()) > 0, 15_000)
    assert.equal(gone, true)
    await own.context().close()
  })

  test('an embed that was not asked to says nothing', async () => {
    const [frame] = await openSite(`/videos/embed/${cove.shortUUID}`)
    await page.evaluate(() => {
      const site = window as any
      site.said = 0
      addEventListener('message', () => site.said++)
    })
    await frame!.locator('media-controller').hover()
    await frame!.locator('media-control-bar').waitFor({ state: 'attached' })
    await page.waitForTimeout(700)
    assert.equal(await page.evaluate(() => (window as any).said), 0)
  })

  describe('with a sensitive video', () => {
    const isPaused = (frame: Frame) => frame.locator('video').evaluate((media: HTMLVideoElement) => media.paused)

    test('plays by itself only after its viewer agreed, whatever the site asks for', async () => {
      const [frame] = await openSite(`/videos/embed/${storm.shortUUID}?api=1&autoplay=1&muted=1`)
      await connect()
      await whenReady()
      const cover = frame!.getByRole('region', { name: 'Sensitive content' })
      await cover.getByText('People shout.').waitFor()
      await cover.getByText('Violence').waitFor()
      await tell('play')
      await page.waitForTimeout(500)
      assert.equal(await isPaused(frame!), true)
      assert.ok((await tell<number>('getCurrentTime')) < 0.1)

      await cover.getByRole('button', { name: 'Watch anyway' }).click()
      await ask('it plays', () => tell('isPlaying'))
      assert.equal(await cover.count(), 0)
    })

    test('who wants to see such videos is not asked', async () => {
      const { page: own } = await openPage(browser)
      await own.addInitScript(() => localStorage.setItem('nsfw_policy', 'display'))
      await own.goto(`${server.url}/videos/embed/${storm.shortUUID}?autoplay=1&muted=1`)
      await until('it plays', async () =>
        own.locator('video').evaluate((media: HTMLVideoElement) => media.currentTime > 0.2),
      )
      assert.equal(await own.getByRole('region', { name: 'Sensitive content' }).count(), 0)
      await own.context().close()
    })
  })

  describe('with a protected video', () => {
    test('the site gives the password; until then nothing is ready', async () => {
      const [frame] = await openSite(`/videos/embed/${hidden.shortUUID}?api=1&waitPasswordFromEmbedAPI=1`)
      await connect()
      await page.evaluate(() => {
        const site = window as any
        site.isReady = false
        void site.players[0].ready.then(() => (site.isReady = true))
      })
      const isReady = () => page.evaluate(() => (window as any).isReady as boolean)
      await tell('setVideoPassword', 'wrong')
      await page.waitForTimeout(700)
      assert.equal(await isReady(), false)
      assert.equal(await frame!.locator('input').count(), 0)
      await tell('setVideoPassword', secret)
      await ask('it is ready', isReady)
      await tell('play')
      await ask('it plays', async () => (await tell<number>('getCurrentTime')) > 0.2)
    })

    test('a form asks for it where the site does not', async () => {
      await page.context().clearCookies()
      const { page: fresh } = await openPage(browser)
      await fresh.goto(`${siteUrl}/?embed=${encodeURIComponent(`/videos/embed/${hidden.shortUUID}`)}`)
      const frame = fresh.frameLocator('iframe')
      await hydrated(fresh)
      await frame.getByLabel('Password of the video').fill('wrong')
      await frame.getByRole('button', { name: 'Watch' }).click()
      await frame.getByText('That is not the password').waitFor()
      await frame.getByLabel('Password of the video').fill(secret)
      await frame.getByRole('button', { name: 'Watch' }).click()
      await frame.locator('video').waitFor({ state: 'attached' })
      await fresh.context().close()
    })
  })

  describe('with a playlist', () => {
    let frame: Frame

    before(async () => {
      ;[frame] = (await openSite(`/video-playlists/embed/${playlist}?api=1`)) as [Frame]
      await connect()
      await whenReady()
      await frame.evaluate(() => ((window as any).isTheSame = true))
    })

    const title = () => frame.locator('h1').textContent()

    test('goes on and back within the same document, over what cannot be played', async () => {
      assert.equal(await tell('getCurrentPosition'), 1)
      await tell('setVolume', 0)
      await tell('playNextVideo')
      await ask('the third', async () => (await tell('getCurrentPosition')) === 3 && (await title()) === 'Cove')
      await ask('that it plays', () => tell('isPlaying'))
      await tell('playPreviousVideo')
      await ask('the first', async () => (await tell('getCurrentPosition')) === 1 && (await title()) === 'Bay')
      await ask('that it plays', () => tell('isPlaying'))
      assert.equal(await frame.evaluate(() => (window as any).isTheSame), true)
    })

    test('the next one begins where one ends; at the end it stays', async () => {
      await tell('seek', 7.5)
      await ask('the next', async () => (await tell('getCurrentPosition')) === 3)
      await ask(
        'its end',
        async () => (await heard('playbackStatusChange')).filter((status) => status === 'ended').length === 2,
      )
      await tell('playNextVideo')
      assert.equal(await tell('getCurrentPosition'), 3)
      assert.equal(await frame.evaluate(() => (window as any).isTheSame), true)
    })

    test('a video that it has twice plays twice', async () => {
      const [other] = await openSite(`/video-playlists/embed/${twice}?api=1&autoplay=1&muted=1`)
      await connect()
      await whenReady()
      await ask('the second', async () => (await tell('getCurrentPosition')) === 2)
      await ask('that it plays', () => tell('isPlaying'))
      const endings = async () => (await heard('playbackStatusChange')).filter((status) => status === 'ended').length
      await ask('its end', async () => (await endings()) === 2)
      assert.equal(await other!.locator('h1').textContent(), 'Cove')
    })

    test('its own buttons do the same, and an address begins further on', async () => {
      const [other] = await openSite(`/video-playlists/embed/${playlist}?api=1&playlistPosition=3`)
      await connect()
      await whenReady()
      assert.equal(await tell('getCurrentPosition'), 3)
      await other!.getByRole('button', { name: 'Previous in the playlist' }).click()
      await ask('the first', async () => (await tell('getCurrentPosition')) === 1)
      assert.equal(await other!.getByRole('button', { name: 'Previous in the playlist' }).isDisabled(), true)
    })
  })

  describe('the playground', () => {
    test('shows an embed and plays it by remote control', async () => {
      await page.goto(`${server.url}/videos/test-embed/${bay.shortUUID}?muted=1`)
      await hydrated(page)
      await page.getByRole('button', { name: 'Play', exact: true }).click()
      await page.getByText('playing', { exact: true }).waitFor()
      await page.getByText('playbackStatusChange "playing"').waitFor()
      await page.getByRole('button', { name: 'Pause' }).click()
      await page.getByText('paused', { exact: true }).waitFor()
      await page.getByLabel('Captions').selectOption('French')
      await page.frameLocator('iframe').locator('video').waitFor()
      assert.equal(
        await page.getByRole('textbox', { name: 'Address of the embed' }).inputValue(),
        `${server.url}/videos/embed/${bay.shortUUID}?muted=1&api=1`,
      )
    })

    test('goes through a playlist', async () => {
      await page.goto(`${server.url}/video-playlists/test-embed/${playlist}`)
      await hydrated(page)
      await page.getByRole('button', { name: 'Next in the playlist' }).click()
      await page
        .frameLocator('iframe')
        .getByRole('heading', { name: 'Cove', includeHidden: true })
        .waitFor({ state: 'attached' })
    })

    test('asks for an id where its address has none', async () => {
      await page.goto(`${server.url}/videos/test-embed`)
      await page.getByLabel('Video: its id from the address').fill(cove.shortUUID)
      await page.getByRole('button', { name: 'Show' }).click()
      await page
        .frameLocator('iframe')
        .getByRole('heading', { name: 'Cove', includeHidden: true })
        .waitFor({ state: 'attached' })
    })
  })

  test('nothing of this was an error', () => {
    // Refusals are asked for.
    assert.deepEqual(
      faults.filter((fault) => !/status of 40[134]/.test(fault)),
      [],
    )
  })
})
