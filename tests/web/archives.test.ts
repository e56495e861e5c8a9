import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { signIn } from '../support/api.ts'
import { hydrated, launchBrowser, openPage, signedInState } from '../support/browser.ts'
import { removeData, startRealServer, type RealServer } from '../support/real-server.ts'
import { assertSoundEverywhere } from '../support/sound-page.ts'

describe('archives of an account', () => {
  let server: RealServer
  let browser: Browser
  let state: BrowserContextOptions['storageState']
  const folder = mkdtempSync(join(tmpdir(), 'sepiola-archives-page-'))
  const password = 'four quiet squids'

  before(async () => {
    server = await startRealServer({
      settings: { rates_limit: { api: { max: 100_000 }, client: { max: 100_000 }, login: { max: 1000 } } },
    })
    const root = await signIn(server.url)
    const made = await root.send('POST', '/api/v1/users', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'emma', email: 'emma@example.org', password, role: 2, videoQuota: -1 }),
    })
    assert.equal(made.status, 200, await made.text())
    browser = await launchBrowser()
    state = await signedInState(browser, server.url, 'emma', password)
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    if (server) await removeData(server.data)
    rmSync(folder, { recursive: true })
  })

  async function openArchives(options: BrowserContextOptions = {}) {
    const opened = await openPage(browser, { storageState: state, ...options })
    await opened.page.goto(`${server.url}/my-account/import-export`)
    await opened.page.getByRole('button', { name: /Make an archive|Download/ }).waitFor()
    await hydrated(opened.page)
    return opened
  }

  const region = (page: Page, name: string) => page.getByRole('region', { name })

  test('one is made, downloaded, imported with a report, and deleted', async () => {
    const { page, faults } = await openArchives()
    await assertSoundEverywhere(page, 'before')
    const own = region(page, 'Take your data with you')
    await own.getByRole('checkbox', { name: /With the video files/ }).uncheck()
    await own.getByRole('button', { name: 'Make an archive' }).click()
    await own.getByText(/without video files · .*kept until/).waitFor()
    await own.getByText('There can be one archive at a time').waitFor()

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      own.getByRole('button', { name: 'Download' }).click(),
    ])
    assert.match(download.suggestedFilename(), /^user-export-\d+-.*\.zip$/)
    const file = join(folder, 'archive.zip')
    await download.saveAs(file)
    assert.equal((await readFile(file)).subarray(0, 2).toString(), 'PK')

    const coming = region(page, 'Import an archive')
    const input = coming.locator('input[type=file]')
    const text = join(folder, 'notes.txt')
    await writeFile(text, 'x')
    await input.setInputFiles(text)
    await coming.getByText('“notes.txt” is no ZIP file.').waitFor()
    await input.setInputFiles(file)
    await coming.getByText(/^Imported/).waitFor()
    const channels = coming.getByRole('row', { name: /Channels/ })
    assert.deepEqual(await channels.getByRole('cell').allTextContents(), ['0', '1', '0'])
    await assertSoundEverywhere(page, 'after')

    const damaged = join(folder, 'damaged.zip')
    await writeFile(damaged, (await readFile(file)).subarray(0, 500))
    await input.setInputFiles(damaged)
    await coming.getByText(/It could not be imported: This is no ZIP/).waitFor()

    await own.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await own.getByText('The archive was deleted.').waitFor()
    await own.getByRole('button', { name: 'Make an archive' }).waitFor()
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('404')),
      [],
    )
    await page.context().close()
  })

  test('what runs is shown after a reload, too', async () => {
    const { page } = await openArchives()
    const own = region(page, 'Take your data with you')
    await own.getByRole('button', { name: 'Make an archive' }).click()
    await own.getByRole('button', { name: 'Download' }).waitFor()
    await page.reload()
    await own.getByText(/with video files · .*kept until/).waitFor()
    await page.context().close()
  })
})
