import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { signIn, uploadVideo } from '../support/api.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, startRealServer, type RealServer } from '../support/real-server.ts'

const refusal = 'Its author does not let this video be shown on this site.'

describe('a video that only some sites may embed', () => {
  let server: RealServer
  let clips: Clips
  let browser: Browser
  let page: Page
  let site: Server
  let port: number

  before(async () => {
    clips = await createClips()
    server = await startRealServer({ settings: { transcoding: { enabled: false } } })
    const api = await signIn(server.url)
    const { id, shortUUID } = await uploadVideo(api, await clips.make('cut.mp4', { duration: 3 }), { name: 'Cut' })
    const embed = `${server.url}/videos/embed/${shortUUID}`
    site = createServer((_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(`<iframe src="${embed}" width="560" height="315"></iframe>`)
    }).listen(0)
    port = (site.address() as AddressInfo).port
    const answer = await fetch(`${server.url}/api/v1/videos/${id}/embed-privacy`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${api.token}` },
      body: JSON.stringify({ policy: 2, domains: [`localhost:${port}`] }),
    })
    assert.equal(answer.status, 204, await answer.text())
    browser = await launchBrowser()
    ;({ page } = await openPage(browser))
  })

  after(async () => {
    await browser?.close()
    site?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    await clips?.remove()
  })

  test('plays where it may', async () => {
    await page.goto(`http://localhost:${port}/`)
    const frame = page.frameLocator('iframe')
    await frame.locator('video').waitFor({ state: 'attached' })
    assert.equal(await frame.getByText(refusal).count(), 0)
  })

  test('says elsewhere why not', async () => {
    await page.goto(`http://127.0.0.1:${port}/`)
    const frame = page.frameLocator('iframe')
    await frame.getByText(refusal).waitFor()
    assert.equal(await frame.locator('video').count(), 0)
  })
})
