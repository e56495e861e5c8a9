import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { PageRenderer } from './render-page.ts'

type Parts = ConstructorParameters<typeof PageRenderer>[0]
const origin = { url: 'http://videos.example' } as Parts['origin']

/** Renders when told to; counts how often it was asked. */
function startRenderer(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] })
  const asked: string[] = []
  let changeSettings = () => {}
  const settings = { onChange: (tell: () => void) => (changeSettings = tell) } as unknown as Parts['settings']
  const waiting: ((response: Response | Error) => void)[] = []
  const pages = new PageRenderer(
    { origin, settings, testMode: false },
    {
      render: (request) => {
        asked.push(`${request.headers.get('accept-language')} ${request.url}`)
        return new Promise((resolve, reject) =>
          waiting.push((response) => (response instanceof Error ? reject(response) : resolve(response))),
        )
      },
    },
  )
  return {
    pages,
    asked,
    finish: (answer: Response | Error) => waiting.shift()!(answer),
    changeSettings: () => changeSettings(),
  }
}

test('who asks for a page that is being rendered waits for it, however long that takes', async (t) => {
  const { pages, asked, finish } = startRenderer(t)
  const first = pages.page('/w/1', 'fr', '')
  t.mock.timers.tick(5000)
  const second = pages.page('/w/1', 'fr', '')
  finish(new Response('<p>page', { status: 200 }))
  assert.equal((await first).html.toString(), '<p>page')
  assert.equal(await second, await first)
  assert.deepEqual(asked, ['fr http://videos.example/w/1'])
})

test('a page is sent again for a second, to the same language only', async (t) => {
  const { pages, asked, finish } = startRenderer(t)
  const first = pages.page('/', 'en', '')
  finish(new Response('1'))
  await first
  assert.equal(await pages.page('/', 'en', ''), await first)
  const french = pages.page('/', 'en', 'clientLanguage=fr')
  finish(new Response('2'))
  assert.equal((await french).html.toString(), '2')
  assert.deepEqual(asked, ['en http://videos.example/', 'fr http://videos.example/'])
})

test('a failure is told to those who wait, and forgotten', async (t) => {
  const { pages, finish } = startRenderer(t)
  const asks = [pages.page('/', 'en', ''), pages.page('/', 'en', '')]
  finish(new Error('out of memory'))
  for (const ask of asks) await assert.rejects(ask, /out of memory/)
  const again = pages.page('/', 'en', '')
  finish(new Response('fine'))
  assert.equal((await again).html.toString(), 'fine')
})

test('a page that was begun under other settings is not sent to who asks after their change', async (t) => {
  const { pages, asked, finish, changeSettings } = startRenderer(t)
  const before = pages.page('/', 'en', '')
  changeSettings()
  const after = pages.page('/', 'en', '')
  finish(new Response('old'))
  finish(new Response('new'))
  assert.equal((await before).html.toString(), 'old')
  assert.equal((await after).html.toString(), 'new')
  assert.equal(asked.length, 2)
})
